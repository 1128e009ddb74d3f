package cn.dangjian.member.moving.transfer;

import cn.dangjian.member.moving.transfer.Transfer.Sort;
import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.number.Sex;
import cn.dangjian.member.person.register.Member;
import cn.dangjian.member.person.standing.MemberEvent;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code transfer}: what is said of a transfer beside where its case stands. */
@Repository
class TransferRepository {

    private static final String TRANSFER = """
        select t.id, t.sort, t.member_id as member, t.name, t.sex, t.birth_year, t.status, t.member_class,
               case when t.sort <> 'IN' then f.unit_id end origin, case when t.sort <> 'IN' then u.name end origin_name,
               f.other_unit_id destination, o.name destination_name, t.elsewhere, t.reason, t.dues_paid_to,
               t.letter, t.issued_on, t.valid_until, f.state, f.round, nullif(f.due_on, '9999-12-31') due,
               t.moved_on, t.receipt_on, f.opened_at, f.version
          from transfer t join case_file f on f.kind = 'transfers' and f.id = t.id
          join unit u on u.id = f.unit_id left join unit o on o.id = f.other_unit_id\
        """;

    private static final String LISTED = """
         and t.id < :before and (not :open or f.closed_at is null)
         and (not :late or f.closed_at is null and f.due_on < :today)\
        """;

    private static final String ORDER = " order by id desc limit :rows";

    private final Rows rows;

    TransferRepository(Rows rows) {
        this.rows = rows;
    }

    /** What a new one says. */
    record Row(
            long id,
            Sort sort,
            @Nullable Long member,
            String name,
            Sex sex,
            int birthYear,
            Status status,
            @Nullable MemberClass memberClass,
            @Nullable String elsewhere,
            String reason,
            @Nullable String duesPaidTo,
            @Nullable String letter,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate validUntil) {}

    /**
     * What is listed.
     *
     * @param open whether only those that are not closed
     * @param late whether only those in which something should have been done by now
     */
    record Filter(boolean open, boolean late, LocalDate today) {}

    /**
     * How many there were in a year.
     *
     * @param arrived who came to a branch
     * @param departed who left one
     * @param returned who were sent back
     * @param late in which something was due in that year and is not done yet
     */
    record Figures(int arrived, int departed, int returned, int late) {}

    /** Finds it for both sides, and for whoever is above one of them. */
    Optional<Transfer> find(long id, Scope scope) {
        return rows.sql(TRANSFER + " where t.id = :id and ({scope u} or {scope o})")
                .in(scope)
                .with("id", id)
                .find(Transfer.class);
    }

    /** From one side or to one, or of both if none is named; the newest first. */
    List<Transfer> list(@Nullable Sort side, Filter filter, Slice slice, Scope scope) {
        String out = TRANSFER + " where {scope u} and t.sort <> 'IN'" + LISTED + ORDER;
        String in = TRANSFER + " where {scope o}" + LISTED + ORDER;
        String text = side == Sort.OUT ? out : side == Sort.IN ? in : "(" + out + ") union (" + in + ")" + ORDER;
        return rows.sql(text).in(scope).newest(slice).with(filter).list(Transfer.class);
    }

    @Unscoped("tells other services; nobody sees the rows")
    List<Transfer> listOf(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : rows.unscoped(TRANSFER + " where t.id in (:ids)")
                        .with("ids", ids)
                        .list(Transfer.class);
    }

    /** The one that is not over; he was found in the caller's scope, and is held. */
    @Unscoped("the person was found in the caller's scope")
    Optional<Long> findUnderWay(long member) {
        return rows.unscoped("""
            select t.id from transfer t join case_file f on f.kind = 'transfers' and f.id = t.id
             where t.member_id = :member and f.state not in ('ACCEPTED', 'CLOSED', 'REVOKED') limit 1\
            """).with("member", member).find(Long.class);
    }

    /** Those of these persons that lead away from a unit and are not over, held until the transaction ends. */
    @Unscoped("a part of the unit was made a unit of its own; nobody asks")
    List<Long> listLeaving(UnitId unit, Collection<MemberId> members) {
        return rows.unscoped("""
            select f.id from transfer t join case_file f on f.kind = 'transfers' and f.id = t.id
             where t.member_id in (:members) and f.unit_id = :unit and f.closed_at is null and f.state <> 'ACCEPTED'
             order by f.id for update\
            """).with("members", members).with("unit", unit).list(Long.class);
    }

    /** The one by which he came or went on that day, if one is. */
    @Unscoped("the person was found in the caller's scope")
    Optional<Long> findMoved(MemberId member, MemberEvent event) {
        return rows.unscoped("""
            select id from transfer
             where member_id = :member and moved_on = :day
               and (to_unit_id = :unit or to_unit_id is null and :unit is null) limit 1\
            """)
                .with("member", member)
                .with("day", event.day())
                .with("unit", event.unitId())
                .find(Long.class);
    }

    /** In a year; what a unit and those below it add up to. */
    Figures figures(LocalDate first, LocalDate last, LocalDate today, Scope scope) {
        return rows.sql("""
            select (select count(*) from transfer t join unit u on u.id = t.to_unit_id
                     where {scope u} and t.moved_on between :first and :last) arrived,
                   (select count(*) from transfer t join unit u on u.id = t.from_unit_id
                     where {scope u} and t.moved_on between :first and :last) departed,
                   (select count(*) from transfer t join case_file f on f.kind = 'transfers' and f.id = t.id
                      join unit u on u.id = f.unit_id
                     where {scope u} and t.returned_on between :first and :last) returned,
                   (select count(*) from case_file f force index (case_file_open)
                      join unit u on u.id = case f.state when 'ACCEPTED' then f.other_unit_id else f.unit_id end
                     where {scope u} and f.kind = 'transfers' and f.closed_at is null
                       and f.due_on between :first and :last and f.due_on < :today) late\
            """)
                .in(scope)
                .with("first", first)
                .with("last", last)
                .with("today", today)
                .get(Figures.class);
    }

    void insert(Row row) {
        rows.sql("""
            insert into transfer (id, sort, member_id, name, sex, birth_year, status, member_class, elsewhere, reason,
                                  dues_paid_to, letter, issued_on, valid_until)
            values (:id, :sort, :member, :name, :sex, :birthYear, :status, :memberClass, :elsewhere, :reason,
                    :duesPaidTo, :letter, :issuedOn, :validUntil)\
            """).with(row).update();
    }

    /** What is said of the person and why, after it was sent back. */
    void correct(long id, Member person, String reason, @Nullable String duesPaidTo) {
        rows.sql("""
            update transfer set name = :name, sex = :sex, birth_year = :birthYear, status = :status,
                   member_class = :memberClass, reason = :reason, dues_paid_to = coalesce(:duesPaidTo, dues_paid_to)
             where id = :id\
            """)
                .with("name", person.name())
                .with("sex", person.sex())
                .with("birthYear", person.birthOn().getYear())
                .with("status", person.status())
                .with("memberClass", person.memberClass())
                .with("reason", reason)
                .with("duesPaidTo", duesPaidTo)
                .with("id", id)
                .update();
    }

    void issue(long id, String letter, LocalDate issuedOn, LocalDate validUntil, @Nullable String duesPaidTo) {
        rows.sql("""
            update transfer set letter = :letter, issued_on = :issuedOn, valid_until = :validUntil,
                   dues_paid_to = coalesce(:duesPaidTo, dues_paid_to) where id = :id\
            """)
                .with("letter", letter)
                .with("issuedOn", issuedOn)
                .with("validUntil", validUntil)
                .with("duesPaidTo", duesPaidTo)
                .with("id", id)
                .update();
    }

    /** Between which branches he went, and when; a unit that ends later changes nothing of it. */
    void move(long id, long member, @Nullable UnitId from, @Nullable UnitId to, LocalDate on) {
        rows.sql("""
            update transfer set member_id = :member, from_unit_id = :from, to_unit_id = :to, moved_on = :on
             where id = :id\
            """)
                .with("member", member)
                .with("from", from)
                .with("to", to)
                .with("on", on)
                .with("id", id)
                .update();
    }

    void confirm(long id, LocalDate on) {
        rows.sql("update transfer set receipt_on = :on where id = :id")
                .with("on", on)
                .with("id", id)
                .update();
    }

    void sendBack(long id, LocalDate on) {
        rows.sql("update transfer set returned_on = :on where id = :id")
                .with("on", on)
                .with("id", id)
                .update();
    }

    /** Those under way, in the order of their numbers. */
    @Unscoped("tells other services; nobody sees the rows")
    List<Long> listOpen(long after, int most) {
        return rows.unscoped("""
            select id from case_file where kind = 'transfers' and closed_at is null and id > :after
             order by id limit :most\
            """).with("after", after).with("most", most).list(Long.class);
    }
}
