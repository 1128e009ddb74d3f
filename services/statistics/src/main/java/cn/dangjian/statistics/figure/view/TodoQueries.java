package cn.dangjian.statistics.figure.view;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a unit itself has to do, from the facts of its assignments. */
@Repository
class TodoQueries {

    private final JdbcClient jdbc;

    TodoQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is to be done.
     *
     * @param open neither handed in nor ended
     * @param overdue of these, whose date is past
     * @param returned of these, which were returned
     */
    record Todo(long open, long overdue, long returned) {}

    @Unscoped("the caller's own unit")
    Todo getTodo(UnitId unit, Instant now) {
        return jdbc.sql("""
            select count(*) as todo, coalesce(sum(greatest(coalesce(f.due_at, d.deadline), d.deadline) < :now), 0) as overdue,
                   coalesce(sum(f.state = 'RETURNED'), 0) as returned
              from (select dispatch, unit from fact where unit = :unit and holder is null
                    union all select dispatch, unit from fact where holder = :unit) mine
              join fact f on f.dispatch = mine.dispatch and f.unit = mine.unit
              join dispatch d on d.id = f.dispatch
             where f.addressed = 1 and f.state in ('ADDRESSED', 'SIGNED', 'BROKEN_DOWN', 'WORKING', 'RETURNED')\
            """)
                .param("unit", unit.value())
                .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .query((row, number) -> new Todo(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }
}
