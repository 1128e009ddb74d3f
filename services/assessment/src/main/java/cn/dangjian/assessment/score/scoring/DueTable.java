package cn.dangjian.assessment.score.scoring;

import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code score_due} and {@code day_turn}: who is to be scored again. Each mark is a row of its own:
 * nobody who books a fact waits for another one, nor for whoever scores.
 */
@Repository
class DueTable {

    private final Rows rows;

    DueTable(Rows rows) {
        this.rows = rows;
    }

    /** @param measure what is to be counted again; empty for all */
    record Due(long unit, int year, String measure) {}

    record Mark(long id, long unit, int year, String measure) {}

    /** A unit, and a year of it. */
    record Since(long unit, int year) {}

    /** All of these units that any scheme could score. */
    void mark(Collection<Long> units, int year) {
        if (units.isEmpty()) return;
        rows.sql("""
            insert into score_due (unit_id, year)
            select u.id, :year from unit u
             where u.id in (:units) and u.tier in ('COUNTY', 'TOWNSHIP', 'VILLAGE', 'BRANCH')\
            """).with("units", units).with("year", year).update();
    }

    /** What some measures count at some units. */
    void mark(Collection<Due> due, Lane lane) {
        rows.sql("insert into score_due (unit_id, year, measure, lane) values (:unit, :year, :measure, :lane)")
                .with("lane", lane)
                .each(due);
    }

    /** Of these units the first year before another one of which there are facts, or since which they are in their place. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Since> listEarlier(Collection<Long> units, int before) {
        return rows.unscoped("""
            select a.unit_id unit, greatest(min(a.year), min(s.year)) year
              from (select unit_id, year(min(day)) year from fact where unit_id in (:units) group by unit_id
                     union all
                    select unit_id, year(max(from_on)) year from unit_stay where unit_id in (:units) group by unit_id) a
             cross join (select min(year) year from scheme) s
             where a.year < :before group by a.unit_id\
            """).with("units", units).with("before", before).list(Since.class);
    }

    /** The measures that some scheme of a year counts at units below those that it scores. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<String> listCountedBelow(int year) {
        return rows.unscoped("""
            select distinct i.measure from scheme s join indicator i on i.scheme_id = s.id and i.below = 1
             where s.year = :year and s.state = 'PUBLISHED'\
            """).with("year", year).list(String.class);
    }

    /** All that a scheme could score, also for the part of the year before they were moved away. */
    void mark(Scheme scheme) {
        rows.sql("""
            insert into score_due (unit_id, year)
            select a.id, :year
              from (select u.id from unit u where u.path between :path and concat(:path, '~') and u.tier = :tier
                     union
                    select u.id from unit_stay w force index (unit_stay_path) join unit u on u.id = w.unit_id
                     where w.path between :path and concat(:path, '~') and u.tier = :tier) a order by a.id\
            """)
                .with("year", scheme.year())
                .with("path", scheme.path())
                .with("tier", scheme.object().tier())
                .update();
    }

    /** The oldest marks of a lane that nobody else has taken; held until the transaction ends. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Mark> take(Lane lane, int most) {
        return rows.unscoped("""
            select id, unit_id unit, year, measure from score_due force index (score_due_lane)
             where lane = :lane order by id limit :most for update skip locked\
            """).with("lane", lane).with("most", most).list(Mark.class);
    }

    /** By their keys whatever the planner thinks of a short table: reading all of it would wait for whoever holds the others. */
    void done(List<Mark> marks) {
        rows.sql("delete d from score_due d force index (primary) where d.id in (:ids)")
                .with("ids", marks.stream().map(Mark::id).toList())
                .update();
    }

    /**
     * Whether something of a unit is to be scored again, or a day has come that was not counted yet; also where units below are
     * counted, whose own facts may be due.
     */
    @Unscoped("of a unit that was found in the caller's scope")
    boolean isBehind(long unit, int year, LocalDate today) {
        return rows.unscoped("""
            select 1 from score_due where unit_id = :unit and year = :year
             union all
            select 1 from score_total t join indicator i on i.scheme_id = t.scheme_id and i.below = 1
             where t.unit_id = :unit and t.year = :year
             union all
            select 1 from dual where not exists (select 1 from day_turn where day >= :today)\
            """)
                .with("unit", unit)
                .with("year", year)
                .with("today", today)
                .exists();
    }

    /** Up to which day facts that lay ahead have been counted; held until the transaction ends. */
    @Unscoped("work of the platform; nobody sees the rows")
    Optional<LocalDate> lockDay() {
        return rows.unscoped("select day from day_turn where id = 1 for update").find(LocalDate.class);
    }

    void saveDay(LocalDate day) {
        rows.sql("insert into day_turn (id, day) values (1, :day) on duplicate key update day = values(day)")
                .with("day", day)
                .update();
    }

    /** Units of which a fact that lay ahead has come, or which began or ended, after one day and until another one. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Long> listTurned(LocalDate after, LocalDate until) {
        return rows.unscoped("""
            select unit_id from fact where day > :after and day <= :until
            union select id from unit where valid_from > :after and valid_from <= :until
            union select id from unit where valid_to > :after and valid_to <= :until\
            """).with("after", after).with("until", until).list(Long.class);
    }
}
