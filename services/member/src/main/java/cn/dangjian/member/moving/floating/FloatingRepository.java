package cn.dangjian.member.moving.floating;

import cn.dangjian.member.moving.floating.Floating.Side;
import cn.dangjian.member.moving.floating.ReportFloating.ReportRequest;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.seals.Field;
import cn.dangjian.platform.seals.Sealed;
import cn.dangjian.platform.seals.Seals;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code floating}: what both ends say of a stay, beside where its case stands; how to reach him is sealed. */
@Repository
class FloatingRepository {

    private static final String FLOATING = """
        select f.id, f.member_id as member, m.name, c.unit_id unit, u.name unit_name, c.other_unit_id stay,
               o.name stay_name, c.state, f.place, f.destination, f.employer, f.mind, f.reason, f.reported_on,
               f.accepted_on, f.origin_contact_on, f.stay_contact_on, nullif(c.due_on, '9999-12-31') due_on,
               f.returned_on, f.sealed_contact is not null contact_clear, c.version,
               m.education is not null and m.occupation is not null
                   and exists (select 1 from standing s where s.member_id = m.id and s.to_on = '9999-12-31'
                                                          and s.member_class is not null) structure_clear
          from floating f join case_file c on c.kind = 'floatings' and c.id = f.id
          straight_join member m on m.id = f.member_id
          join unit u on u.id = c.unit_id left join unit o on o.id = c.other_unit_id
         where\
        """;

    private static final String ORDER = " order by id desc limit :rows";

    private static final String LISTED = """
         and f.id < :before and (:member is null or f.member_id = :member) and (not :open or c.closed_at is null)\
        """ + ORDER;

    private final Rows rows;
    private final Seals seals;

    FloatingRepository(Rows rows, Seals seals) {
        this.rows = rows;
        this.seals = seals;
    }

    /** For both ends, and for whoever is above one of them. */
    Optional<Floating> find(long id, Scope scope) {
        return rows.sql(FLOATING + " f.id = :id and ({scope u} or {scope o})")
                .in(scope)
                .with("id", id)
                .find(Floating.class);
    }

    List<Floating> list(@Nullable Long member, boolean open, Slice slice, Scope scope) {
        return rows.sql("(" + FLOATING + " {scope u}" + LISTED + ") union (" + FLOATING + " {scope o}" + LISTED + ")"
                        + ORDER)
                .in(scope)
                .newest(slice)
                .with("member", member)
                .with("open", open)
                .list(Floating.class);
    }

    @Unscoped("of somebody who was found in the caller's scope")
    Optional<Long> findOpen(long member) {
        return rows.unscoped("""
            select f.id from floating f join case_file c on c.kind = 'floatings' and c.id = f.id
             where f.member_id = :member and c.closed_at is null\
            """).with("member", member).find(Long.class);
    }

    /** How to reach him; whoever asks has found the record in his scope. */
    @Unscoped("the record was found in the caller's scope")
    Optional<String> findContact(long id) {
        return rows.unscoped(
                        "select seal_key, sealed_contact from floating where id = :id and sealed_contact is not null")
                .with("id", id)
                .find((row, number) ->
                        seals.open(new Sealed(row.getString("seal_key"), row.getBytes("sealed_contact")), field(id)));
    }

    /**
     * An open case of a person.
     *
     * @param stay the branch of stay; null outside the province
     */
    record Open(long id, MemberId member, @Nullable UnitId stay) {}

    @Unscoped("whoever is moved; nobody sees the rows")
    List<Open> listOpen(Collection<MemberId> members) {
        return rows.unscoped("""
            select t.id, t.member_id as member, c.other_unit_id stay
              from floating t join case_file c on c.kind = 'floatings' and c.id = t.id
             where t.member_id in (:members) and c.closed_at is null order by c.id for update\
            """).with("members", members).list(Open.class);
    }

    /** Open cases of those who belong to one unit and stay at another one, held until the transaction ends. */
    @Unscoped("the one will be the other; nobody sees the rows")
    List<Long> listOpen(UnitId unit, UnitId stay) {
        return rows.unscoped("""
            select id from case_file
             where kind = 'floatings' and unit_id = :unit and other_unit_id = :stay and closed_at is null
             order by id for update\
            """).with("unit", unit).with("stay", stay).list(Long.class);
    }

    void insert(long id, long member, ReportRequest request) {
        var sealed = seal(id, request.texts().contact());
        rows.sql("""
            insert into floating (id, member_id, place, destination, employer, mind, reason, reported_on, seal_key,
                                  sealed_contact)
            values (:id, :member, :place, :destination, :employer, :mind, :reason, :reportedOn, :key, :bytes)\
            """)
                .with(request.texts())
                .with("id", id)
                .with("member", member)
                .with("place", request.place())
                .with("reportedOn", request.reportedOn())
                .with("key", sealed == null ? null : sealed.key())
                .with("bytes", sealed == null ? null : sealed.bytes())
                .update();
    }

    /** How to reach him stays if it is not named: nobody can send back what he is not shown. */
    void update(long id, FloatingTexts texts) {
        var sealed = seal(id, texts.contact());
        rows.sql("""
            update floating set destination = :destination, employer = :employer, mind = :mind, reason = :reason,
                   seal_key = coalesce(:key, seal_key), sealed_contact = coalesce(:bytes, sealed_contact)
             where id = :id\
            """)
                .with(texts)
                .with("id", id)
                .with("key", sealed == null ? null : sealed.key())
                .with("bytes", sealed == null ? null : sealed.bytes())
                .update();
    }

    void accept(long id, LocalDate on) {
        rows.sql("update floating set accepted_on = :on where id = :id")
                .with("on", on)
                .with("id", id)
                .update();
    }

    /** A contact that is told later than a newer one changes nothing here; the journal has it. */
    void contact(long id, Side side, LocalDate on) {
        String column = side == Side.ORIGIN ? "origin_contact_on" : "stay_contact_on";
        rows.sql("update floating set " + column + " = greatest(coalesce(" + column + ", :on), :on) where id = :id")
                .with("on", on)
                .with("id", id)
                .update();
    }

    void end(long id, LocalDate on) {
        rows.sql("update floating set returned_on = :on where id = :id")
                .with("on", on)
                .with("id", id)
                .update();
    }

    private @Nullable Sealed seal(long id, @Nullable String contact) {
        return contact == null ? null : seals.seal(contact, field(id));
    }

    private static Field field(long id) {
        return new Field("floating", "contact", id);
    }
}
