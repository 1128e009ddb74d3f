package cn.dangjian.assessment.result.consequence;

import cn.dangjian.assessment.result.grade.GradeTable.Standing;
import cn.dangjian.assessment.result.ladder.Measure;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code consequence} and {@code evidence}. */
@Repository
class ConsequenceRepository {

    private static final String CONSEQUENCE = """
        select c.id, f.unit_id unit, u.name unit_name, c.owner_id, o.name owner_name, f.state, c.year, c.ground, c.source,
               f.closed_at is not null and f.state in ('PROPOSED', 'NOTICED', 'DECIDED', 'TALKED', 'APPEALED', 'CONFIRMED') ended,
               c.hearing_until, c.measure, c.document, c.decided_on, if(f.due_on = '9999-12-31', null, f.due_on) due_on,
               f.version
          from consequence c join case_file f on f.kind = 'consequences' and f.id = c.id
          join unit u on u.id = f.unit_id join unit o on o.id = c.owner_id\
        """;

    private final Rows rows;

    ConsequenceRepository(Rows rows) {
        this.rows = rows;
    }

    /** What is to be stored. */
    record Proposed(long id, long unit, long owner, int year, Ground ground, String source) {}

    /**
     * A village whose team was incomplete at the year's end.
     *
     * @param event that has told it
     */
    record Gap(long unit, String name, long filled, long quota, String event) {}

    Optional<Consequence> find(long id, Scope scope) {
        return rows.sql(CONSEQUENCE + " where {scope u} and c.id = :id")
                .in(scope)
                .with("id", id)
                .find(Consequence.class);
    }

    List<Consequence> list(Slice slice, Scope scope) {
        return rows.sql(CONSEQUENCE + " where {scope u} and c.id < :before order by c.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list(Consequence.class);
    }

    /** The oldest year first. */
    @Unscoped("of a consequence that was found in the caller's scope")
    List<Standing> listEvidence(long id) {
        return rows.unscoped("""
            select c.unit_id unit, e.grading_id grading, e.year, e.grade, e.total, e.fewer, e.peers
              from evidence e join consequence c on c.id = e.consequence_id
             where e.consequence_id = :id order by e.year\
            """).with("id", id).list(Standing.class);
    }

    @Unscoped("a rule asks once; nobody sees the rows")
    boolean isProposed(long unit, long owner, int year, Ground ground) {
        return rows.unscoped("""
            select 1 from consequence
             where unit_id = :unit and owner_id = :owner and year = :year and ground = :ground\
            """)
                .with("unit", unit)
                .with("owner", owner)
                .with("year", year)
                .with("ground", ground)
                .exists();
    }

    void insert(Proposed proposed, Collection<Standing> evidence) {
        rows.sql("""
            insert into consequence (id, unit_id, owner_id, year, ground, source)
            values (:id, :unit, :owner, :year, :ground, :source)\
            """).with(proposed).update();
        rows.sql("""
            insert into evidence (consequence_id, year, grading_id, grade, total, fewer, peers)
            values (:id, :year, :grading, :grade, :total, :fewer, :peers)\
            """).with("id", proposed.id()).each(evidence);
    }

    /** Villages below a unit whose team was incomplete on the last day of a year, where they lay then. */
    @Unscoped("a rule asks; nobody sees the rows")
    List<Gap> listIncomplete(Unit unit, int year) {
        return rows.unscoped("""
            select x.id unit, x.name, f.numerator filled, f.denominator quota, f.event_id event
              from (select o.id, o.name, o.path, o.valid_from, o.valid_to from unit o
                      left join unit_stay w on w.unit_id = o.id
                     where o.path between :path and concat(:path, '~') and o.tier = 'VILLAGE' and w.unit_id is null
                    union all
                    select o.id, o.name, o.path, o.valid_from, o.valid_to
                      from unit_stay w force index (unit_stay_path) join unit o on o.id = w.unit_id
                     where w.path between :path and concat(:path, '~') and o.tier = 'VILLAGE'
                       and w.from_on <= :last and w.to_on > :last) x
              join fact f force index (fact_unit) on f.unit_id = x.id and f.measure = 'organization.seats-filled'
               and f.kept = 1 and f.day <= :last and f.to_on > :last and f.numerator < f.denominator
             where x.valid_from <= :last and (x.valid_to is null or x.valid_to > :last) order by x.path limit 200\
            """)
                .with("path", unit.path())
                .with("last", LocalDate.of(year, 12, 31))
                .list(Gap.class);
    }

    @Unscoped("of a consequence that was found in the caller's scope")
    List<Gap> listGaps(long id) {
        return rows.unscoped("""
            select e.unit_id unit, u.name, e.filled, e.quota, e.event_id event
              from evidence_team e join unit u on u.id = e.unit_id where e.consequence_id = :id order by u.path\
            """).with("id", id).list(Gap.class);
    }

    void insertGaps(long id, Collection<Gap> gaps) {
        rows.sql("""
            insert into evidence_team (consequence_id, unit_id, filled, quota, event_id)
            values (:id, :unit, :filled, :quota, :event)\
            """).with("id", id).each(gaps);
    }

    void notice(long id, LocalDate until) {
        rows.sql("update consequence set hearing_until = :until where id = :id")
                .with("id", id)
                .with("until", until)
                .updateOne("Consequence " + id);
    }

    void decide(long id, Measure measure, String document, LocalDate day) {
        rows.sql("update consequence set measure = :measure, document = :document, decided_on = :day where id = :id")
                .with("id", id)
                .with("measure", measure)
                .with("document", document)
                .with("day", day)
                .updateOne("Consequence " + id);
    }

    /** Whether the caller's unit is above the one that has decided. */
    @Unscoped("of a consequence that was found in the caller's scope")
    boolean isAbove(UnitId unit, long owner) {
        return rows.unscoped("""
            select 1 from unit o join unit u on o.path like concat(u.path, '%') and o.id <> u.id
             where o.id = :owner and u.id = :unit\
            """).with("owner", owner).with("unit", unit).exists();
    }
}
