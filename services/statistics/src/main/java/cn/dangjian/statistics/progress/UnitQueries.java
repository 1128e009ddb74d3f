package cn.dangjian.statistics.progress;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.statistics.dispatch.DispatchId;
import cn.dangjian.statistics.place.DayTable.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads facts one by one: the units behind the numbers, where they are counted. */
@Repository
class UnitQueries {

    private final JdbcClient jdbc;

    UnitQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A unit that is counted in a number.
     *
     * @param dueAt its own date, if it was given one; the deadline otherwise
     */
    record UnitView(
            UnitId id,
            String name,
            Tier tier,
            String path,
            @Nullable Long assignment,
            String state,
            @Nullable Instant dueAt,
            String delivery,
            @Nullable String reason) {}

    /** The addressed units at and below one that are counted in a number, in the order of their paths. */
    List<UnitView> listUnits(
            DispatchId dispatch, Figure figure, Standing at, Scope scope, Instant now, String after, int limit) {
        return jdbc.sql("""
            select u.id, u.name, u.tier, f.%2$s path, f.assignment, f.state, f.due_at, f.delivery, f.reason
              from (select f.dispatch, f.unit from fact f
                     where f.dispatch = :dispatch and f.addressed = 1 and %1$s
                       and f.%2$s between :from and :to and f.%2$s between :path and :end and f.%2$s > :after
                     order by f.%2$s limit :limit) page
              join fact f on f.dispatch = page.dispatch and f.unit = page.unit
              join unit u on u.id = coalesce(f.holder, f.unit) order by f.%2$s\
            """.formatted(figure.condition(), ProgressQueries.counted(scope)))
                .param("dispatch", dispatch.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .param("path", at.path())
                .param("end", at.path() + ProgressQueries.LAST)
                .param("after", after)
                .param("now", ProgressQueries.utc(now))
                .param("limit", limit)
                .query((row, number) -> unit(row))
                .list();
    }

    /** Whether a unit at or below one was addressed and ended, and what it had to do is counted at another one. */
    boolean hasPassedOn(DispatchId dispatch, Standing at, Scope scope) {
        return jdbc.sql("""
            select 1 from unit u straight_join fact f on f.dispatch = :dispatch and f.unit = u.id and f.holder is not null
             where u.%1$s between :path and :end and u.%1$s between :from and :to limit 1\
            """.formatted(scope.column()))
                .param("dispatch", dispatch.value())
                .param("path", at.path())
                .param("end", at.path() + ProgressQueries.LAST)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    static UnitView unit(ResultSet row) throws SQLException {
        long assignment = row.getLong("assignment");
        var dueAt = row.getObject("due_at", LocalDateTime.class);
        return new UnitView(
                new UnitId(row.getLong("id")),
                row.getString("name"),
                Tier.valueOf(row.getString("tier")),
                row.getString("path"),
                assignment == 0 ? null : assignment,
                row.getString("state"),
                dueAt == null ? null : dueAt.toInstant(ZoneOffset.UTC),
                row.getString("delivery"),
                row.getString("reason"));
    }
}
