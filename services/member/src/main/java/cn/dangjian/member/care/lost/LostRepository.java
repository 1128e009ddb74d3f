package cn.dangjian.member.care.lost;

import cn.dangjian.member.care.lost.OpenLostCase.LostRequest;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code lost_case}: what is said of a search beside where its case stands. */
@Repository
class LostRepository {

    private static final String LOST = """
        select l.id, l.member_id as member, m.name, f.unit_id unit, u.name unit_name, f.state, l.last_contact_on,
               l.stopped_on, nullif(f.due_on, '9999-12-31') due_on, l.census_id census, f.version
          from lost_case l join case_file f on f.kind = 'lost-cases' and f.id = l.id
          join member m on m.id = l.member_id join unit u on u.id = f.unit_id and {scope u}\
        """;

    private final Rows rows;

    LostRepository(Rows rows) {
        this.rows = rows;
    }

    /** Nobody else changes what happened to the person until the transaction ends; to be taken as its first statement. */
    void lockMember(long id) {
        rows.unscoped("select m.id from lost_case l join member m on m.id = l.member_id where l.id = :id for update")
                .with("id", id)
                .lock();
    }

    Optional<LostCase> find(long id, Scope scope) {
        return rows.sql(LOST + " where l.id = :id").in(scope).with("id", id).find(LostCase.class);
    }

    /**
     * The newest first.
     *
     * @param ripe only those in which the next step may be proposed today
     */
    List<LostCase> list(boolean ripe, LocalDate today, Slice slice, Scope scope) {
        return rows.sql(LOST + """
             where l.id < :before
               and (not :ripe or f.state in ('LOST', 'STOPPED') and f.due_on <= :today)
             order by l.id desc limit :rows\
            """)
                .in(scope)
                .newest(slice)
                .with("ripe", ripe)
                .with("today", today)
                .list(LostCase.class);
    }

    @Unscoped("of somebody who was found in the caller's scope")
    Optional<Long> findOpen(long member) {
        return rows.unscoped("""
            select l.id from lost_case l join case_file f on f.kind = 'lost-cases' and f.id = l.id
             where l.member_id = :member and f.closed_at is null\
            """).with("member", member).find(Long.class);
    }

    /** An open case of a person. */
    record Open(long id, MemberId member) {}

    @Unscoped("whoever is moved; nobody sees the rows")
    List<Open> listOpen(Collection<MemberId> members) {
        return rows.unscoped("""
            select t.id, t.member_id as member
              from lost_case t join case_file c on c.kind = 'lost-cases' and c.id = t.id
             where t.member_id in (:members) and c.closed_at is null\
            """).with("members", members).list(Open.class);
    }

    void insert(long id, long member, LostRequest request) {
        rows.sql("""
            insert into lost_case (id, member_id, last_contact_on, census_id)
            values (:id, :member, :lastContactOn, :census)\
            """).with("id", id).with("member", member).with(request).update();
    }

    void stop(long id, LocalDate on) {
        rows.sql("update lost_case set stopped_on = :on where id = :id")
                .with("on", on)
                .with("id", id)
                .update();
    }
}
