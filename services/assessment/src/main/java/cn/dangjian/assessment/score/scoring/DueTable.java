package cn.dangjian.assessment.score.scoring;

import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code score_due} and {@code day_turn}: who is to be scored again. */
@Repository
class DueTable {

    private final Rows rows;

    DueTable(Rows rows) {
        this.rows = rows;
    }

    record Due(long unit, int year) {}

    /** Of these units those that any scheme could score. */
    void mark(Collection<Long> units, int year) {
        if (units.isEmpty()) return;
        rows.sql("""
            insert into score_due (unit_id, year)
            select u.id, :year from unit u
             where u.id in (:units) and u.tier in ('COUNTY', 'TOWNSHIP', 'VILLAGE', 'BRANCH') order by u.id
            on duplicate key update year = values(year)\
            """).with("units", units).with("year", year).update();
    }

    /** Of these units the first year before another one of which there are facts, or since which they are in their place. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Due> listEarlier(Collection<Long> units, int before) {
        return rows.unscoped("""
            select a.unit_id unit, greatest(min(a.year), min(s.year)) year
              from (select unit_id, year(min(day)) year from fact where unit_id in (:units) group by unit_id
                     union all
                    select unit_id, year(max(from_on)) year from unit_stay where unit_id in (:units) group by unit_id) a
             cross join (select min(year) year from scheme) s
             where a.year < :before group by a.unit_id\
            """).with("units", units).with("before", before).list(Due.class);
    }

    /** All that a scheme could score, also for the part of the year before they were moved away. */
    void mark(Scheme scheme) {
        rows.sql("""
            insert into score_due (unit_id, year)
            select a.id, :year
              from (select u.id from unit u where u.path between :path and concat(:path, '~') and u.tier = :tier
                     union
                    select u.id from unit_stay w force index (unit_stay_path) join unit u on u.id = w.unit_id
                     where w.path between :path and concat(:path, '~') and u.tier = :tier) a order by a.id
            on duplicate key update year = values(year)\
            """)
                .with("year", scheme.year())
                .with("path", scheme.path())
                .with("tier", scheme.object().tier())
                .update();
    }

    /** These are due, and nobody else takes them until the transaction ends. */
    void hold(List<Due> due) {
        rows.sql("insert into score_due (unit_id, year) values (:unit, :year) on duplicate key update year ="
                        + " values(year)")
                .each(due);
    }

    /** Some that are due; nobody else takes them until the transaction ends. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Due> take(int most) {
        return rows.unscoped(
                        "select unit_id unit, year from score_due order by year, unit_id limit :most for update skip"
                                + " locked")
                .with("most", most)
                .list(Due.class);
    }

    void done(List<Due> due) {
        rows.sql("delete from score_due where year = :year and unit_id = :unit").each(due);
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
