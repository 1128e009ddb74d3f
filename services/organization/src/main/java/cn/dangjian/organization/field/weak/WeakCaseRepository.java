package cn.dangjian.organization.field.weak;

import cn.dangjian.organization.field.weak.AdvanceCase.PeriodRequest;
import cn.dangjian.organization.field.weak.LinkResponsible.LinkRequest;
import cn.dangjian.organization.field.weak.PlanMeasures.CompletionRequest;
import cn.dangjian.organization.field.weak.PlanMeasures.MeasureRequest;
import cn.dangjian.organization.field.weak.WeakCase.Role;
import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.platform.cases.CaseFile;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code weak_case}, {@code weak_problem}, {@code weak_link} and {@code weak_measure}: what belongs to a case beside
 * where it stands.
 */
@Repository
class WeakCaseRepository {

    private static final String FOUND = "of a case that was found in the caller's scope";

    private final Rows rows;

    WeakCaseRepository(Rows rows) {
        this.rows = rows;
    }

    /** @param toDay the last day; null while it lasts */
    record Link(
            long id,
            Role role,
            String name,
            String unit,
            LocalDate fromDay,
            @Nullable LocalDate toDay) {}

    record Measure(
            long id,
            int round,
            String text,
            String responsible,
            LocalDate dueOn,
            @Nullable LocalDate doneOn,
            @Nullable String result) {}

    private record Problem(String type) {}

    /**
     * Where a case stands.
     *
     * @param ended whether it has ended there with its unit
     */
    record Standing(long id, UnitId unitId, State state, boolean ended, int round, long version) {}

    @Unscoped(FOUND)
    WeakCase get(long id) {
        return rows.unscoped("""
            select c.id, b.year, b.county_id county, c.period_from, c.period_to
              from weak_case c join weak_batch b on b.id = c.batch_id where c.id = :id\
            """).with("id", id).get(WeakCase.class);
    }

    @Unscoped("whether a unit that was found in the caller's scope has one")
    boolean exists(long batch, UnitId unit) {
        return rows.unscoped("select 1 from weak_case where batch_id = :batch and unit_id = :unit")
                .with("batch", batch)
                .with("unit", unit)
                .exists();
    }

    void insert(long id, long batch, UnitId unit) {
        rows.sql("insert into weak_case (id, batch_id, unit_id) values (:id, :batch, :unit)")
                .with("id", id)
                .with("batch", batch)
                .with("unit", unit)
                .update();
    }

    void insertProblems(long id, Collection<String> types) {
        rows.sql("insert into weak_problem (case_id, type) values (:id, :type)")
                .with("id", id)
                .each(types.stream().map(Problem::new).toList());
    }

    /** The first candidate from which a case comes stays. */
    void originate(long id, long candidate) {
        rows.sql("update weak_case set candidate_id = coalesce(candidate_id, :candidate) where id = :id")
                .with("id", id)
                .with("candidate", candidate)
                .update();
    }

    void setPeriod(long id, PeriodRequest period) {
        rows.sql("update weak_case set period_from = :from, period_to = :to where id = :id")
                .with("id", id)
                .with(period)
                .update();
    }

    @Unscoped(FOUND)
    List<String> listProblems(long id) {
        return rows.unscoped("select type from weak_problem where case_id = :id order by type")
                .with("id", id)
                .list(String.class);
    }

    /** The open case of a unit. */
    @Unscoped("follows what has become of the tree; nobody asks")
    Optional<Long> findOpen(UnitId unit) {
        return rows.unscoped("""
            select id from case_file where kind = 'weak-cases' and unit_id = :unit and closed_at is null
             order by id limit 1 for update\
            """).with("unit", unit).find(Long.class);
    }

    /** What is weak in one case is weak in the other one, and what is planned and not done is planned there. */
    void join(long joined, long into) {
        rows.sql("""
            insert into weak_problem (case_id, type)
            select :into, j.type from weak_problem j
              left join weak_problem p on p.case_id = :into and p.type = j.type
             where j.case_id = :joined and p.type is null\
            """).with("joined", joined).with("into", into).update();
        rows.sql("""
            update weak_measure m join case_file f on f.kind = 'weak-cases' and f.id = :into
               set m.case_id = :into, m.round = f.round
             where m.case_id = :joined and m.done_on is null\
            """).with("joined", joined).with("into", into).update();
    }

    @Unscoped("tells what has become of cases; nobody sees the rows")
    List<Standing> listStanding(Collection<Long> ids) {
        if (ids.isEmpty()) return List.of();
        return rows.unscoped("""
            select id, unit_id, state, closed_at is not null and state not in (:last) ended, round, version
              from case_file where kind = 'weak-cases' and id in (:ids)\
            """).with("ids", ids).with("last", State.LAST).list(Standing.class);
    }

    /** The next ones behind a number, whatever has become of them. */
    @Unscoped("tells all again; nobody sees the rows")
    List<Standing> listNext(long after, int most) {
        return rows.unscoped("""
            select id, unit_id, state, closed_at is not null and state not in (:last) ended, round, version
              from case_file where kind = 'weak-cases' and id > :after order by id limit :most\
            """)
                .with("last", State.LAST)
                .with("after", after)
                .with("most", most)
                .list(Standing.class);
    }

    long insert(long id, LinkRequest link) {
        return rows.sql("""
            insert into weak_link (case_id, role, name, unit, from_day, to_day)
            values (:case, :role, :name, :unit, :from, :to)\
            """).with("case", id).with(link).insert();
    }

    @Unscoped(FOUND)
    List<Link> listLinks(long id) {
        return rows.unscoped("""
            select id, role, name, unit, from_day, to_day from weak_link where case_id = :id order by id\
            """).with("id", id).list(Link.class);
    }

    void end(long link, LocalDate day) {
        rows.sql("update weak_link set to_day = :day where id = :id")
                .with("day", day)
                .with("id", link)
                .update();
    }

    /** The roles that somebody holds on a day. */
    @Unscoped(FOUND)
    Set<Role> held(long id, LocalDate day) {
        var held = EnumSet.noneOf(Role.class);
        held.addAll(rows.unscoped("""
            select role from weak_link
             where case_id = :id and from_day <= :day and (to_day is null or to_day >= :day)\
            """).with("id", id).with("day", day).list(Role.class));
        return held;
    }

    long insert(CaseFile<State> file, MeasureRequest measure) {
        return rows.sql("""
            insert into weak_measure (case_id, round, text, responsible, due_on)
            values (:case, :round, :text, :responsible, :dueOn)\
            """)
                .with("case", file.id())
                .with("round", file.round())
                .with(measure)
                .insert();
    }

    @Unscoped(FOUND)
    List<Measure> listMeasures(long id) {
        return rows.unscoped("""
            select id, round, text, responsible, due_on, done_on, result from weak_measure
             where case_id = :id order by id\
            """).with("id", id).list(Measure.class);
    }

    void complete(long measure, CompletionRequest completion) {
        rows.sql("update weak_measure set done_on = :doneOn, result = :result where id = :id")
                .with("id", measure)
                .with(completion)
                .update();
    }
}
