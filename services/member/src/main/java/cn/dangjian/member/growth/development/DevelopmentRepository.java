package cn.dangjian.member.growth.development;

import cn.dangjian.member.growth.development.Development.Objection;
import cn.dangjian.member.growth.development.Development.State;
import cn.dangjian.member.growth.development.Development.Step;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code development}, {@code development_step} and {@code development_objection}: what is said beside where the
 * case stands.
 */
@Repository
class DevelopmentRepository {

    private static final String DEVELOPMENT = """
        select d.id, d.member_id as member, m.name, f.unit_id unit, u.path, f.state, f.version
          from development d join case_file f on f.kind = 'developments' and f.id = d.id
          join member m on m.id = d.member_id
          join unit u on u.id = f.unit_id and {scope u}\
        """;

    private final Rows rows;

    DevelopmentRepository(Rows rows) {
        this.rows = rows;
    }

    /**
     * Somebody's way in the list.
     *
     * @param due by when something is to be done; null if nothing is due
     */
    record Listed(
            long id,
            long member,
            String name,
            UnitId unit,
            String unitName,
            State state,
            @Nullable LocalDate due,
            boolean late) {}

    /** One that is going on. */
    record Going(long id, MemberId member) {}

    /** Nobody else changes what happened to the person until the transaction ends; to be taken before his case. */
    void lockMember(long id) {
        rows.unscoped("select m.id from development d join member m on m.id = d.member_id where d.id = :id for update")
                .with("id", id)
                .lock();
    }

    Optional<Development> find(long id, Scope scope) {
        return rows.sql(DEVELOPMENT + " where d.id = :id")
                .in(scope)
                .with("id", id)
                .find(Development.class);
    }

    /** The newest first; those that are over only where no day is named. */
    List<Listed> list(@Nullable LocalDate dueUntil, LocalDate today, Slice slice, Scope scope) {
        return rows.sql("""
            select d.id, d.member_id as member, m.name, f.unit_id unit, u.name unit_name, f.state,
                   nullif(f.due_on, '9999-12-31') due, f.closed_at is null and f.due_on < :today late
              from development d join case_file f on f.kind = 'developments' and f.id = d.id
              join member m on m.id = d.member_id
              join unit u on u.id = f.unit_id and {scope u}
             where d.id < :before and (:due is null or f.closed_at is null and f.due_on <= :due)
             order by d.id desc limit :rows\
            """)
                .in(scope)
                .with("due", dueUntil)
                .with("today", today)
                .newest(slice)
                .list(Listed.class);
    }

    /** What was taken, the oldest first. */
    List<Step> listSteps(long id, Scope scope) {
        return rows.sql("""
            select s.step, s.edition, s.day, s.outcome, s.late, s.evidence, s.document, s.people, s.days, s.hours,
                   s.entitled, s.present, s.written, s.yes, s.shown_from, s.shown_to, s.months, s.recommended, s.subject, s.at
              from development_step s join case_file f on f.kind = 'developments' and f.id = s.development_id
              join unit u on u.id = f.unit_id and {scope u}
             where s.development_id = :id order by s.id\
            """).in(scope).with("id", id).list(Step.class);
    }

    /** What was objected, the oldest first. */
    List<Objection> listObjections(long id, Scope scope) {
        return rows.sql("""
            select o.id, o.day, o.text, o.answer, o.answered_at, o.subject, o.at
              from development_objection o join case_file f on f.kind = 'developments' and f.id = o.development_id
              join unit u on u.id = f.unit_id and {scope u}
             where o.development_id = :id order by o.id\
            """).in(scope).with("id", id).list(Objection.class);
    }

    @Unscoped("of a person who was found in the caller's scope")
    boolean isOpen(long member) {
        return rows.unscoped("""
            select 1 from development d join case_file f on f.kind = 'developments' and f.id = d.id
             where d.member_id = :member and f.closed_at is null limit 1\
            """).with("member", member).exists();
    }

    /** Those of these persons that are going on. */
    @Unscoped("cases follow persons who were found in the caller's scope")
    List<Going> listGoing(Collection<MemberId> members) {
        return rows.unscoped("""
            select d.id, d.member_id as member from development d
              join case_file f on f.kind = 'developments' and f.id = d.id
             where d.member_id in (:members) and f.closed_at is null\
            """).with("members", members).list(Going.class);
    }

    /** Of the first step of the first way that somebody was taken on here. */
    @Unscoped("the person was found in the caller's scope")
    Optional<LocalDate> findFirstDay(MemberId member) {
        return rows.unscoped("""
            select min(s.day) from development d join development_step s on s.development_id = d.id
             where d.member_id = :member having min(s.day) is not null\
            """).with("member", member).find(LocalDate.class);
    }

    void insert(long id, long member) {
        rows.sql("insert into development (id, member_id) values (:id, :member)")
                .with("id", id)
                .with("member", member)
                .update();
    }

    void add(long id, Step step) {
        rows.sql("""
            insert into development_step (development_id, step, edition, day, outcome, late, evidence, document, people,
                   days, hours, entitled, present, written, yes, shown_from, shown_to, months, recommended, subject,
                   at)
            values (:id, :step, :edition, :day, :outcome, :late, :evidence, :document, :people,
                   :days, :hours, :entitled, :present, :written, :yes, :shownFrom, :shownTo, :months, :recommended,
                   :subject, :at)\
            """).with("id", id).with(step).update();
    }

    void object(long id, LocalDate day, String text, Desk desk) {
        rows.sql("""
            insert into development_objection (development_id, day, text, subject, at)
            values (:id, :day, :text, :subject, :at)\
            """)
                .with("id", id)
                .with("day", day)
                .with("text", text)
                .by(desk)
                .update();
    }

    void answer(long objection, String answer, Desk desk) {
        rows.sql("update development_objection set answer = :answer, answered_at = :at where id = :id")
                .with("id", objection)
                .with("answer", answer)
                .by(desk)
                .update();
    }
}
