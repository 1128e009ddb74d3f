package cn.dangjian.statistics.progress;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.statistics.dispatch.DispatchId;
import cn.dangjian.statistics.place.DayTable.Standing;
import cn.dangjian.statistics.place.TreePath;
import cn.dangjian.statistics.tally.Figures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads facts and cells: what stands at a unit is its own fact, if it is addressed itself, and the cell below it. */
@Repository
class ProgressQueries {

    /** Sorts after every character of a path. */
    static final String LAST = "~";

    private static final String SUMS = """
        sum(p.addressed) addressed, sum(p.delivered) delivered, sum(p.failed) failed, sum(p.signed) signed,
        sum(p.submitted) submitted, sum(p.returned) returned, sum(p.approved) approved, sum(p.merged) merged,
        sum(p.closed) closed, sum(p.withdrawn) withdrawn\
        """;

    private final JdbcClient jdbc;

    ProgressQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit directly below the one asked about, with the figures of its subtree. */
    record ChildView(UnitId id, String name, Tier tier, String path, Count count) {}

    /**
     * What stands at a unit.
     *
     * @param own its own figures; none unless it is addressed itself
     * @param below the sums of all units below it
     * @param children the units directly below that have a figure, in the order of their paths
     * @param elsewhere of the sums below what belongs to units that the caller sees no more
     */
    record ProgressView(Count own, Count below, List<ChildView> children, Count elsewhere) {}

    /**
     * All figures are of one moment, so that they add up.
     *
     * @param whole whether units that the caller sees no more are counted, without their names
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    ProgressView getProgress(
            DispatchId dispatch,
            Standing at,
            boolean whole,
            Scope scope,
            Instant now,
            @Nullable String after,
            int limit) {
        var spared = countSpared(dispatch, at, scope, now);
        long ownSpared = spared.getOrDefault(at.path(), 0L);
        var own = new Count(getOwn(dispatch, at, scope), ownSpared);
        var below = new Count(getBelow(dispatch, at, scope), sum(spared, at.path()) - ownSpared);
        var all = whole ? getAll(dispatch, now).minus(own) : below;
        return new ProgressView(
                own,
                all,
                listChildren(dispatch, at, scope, after == null ? at.path() : after, limit, spared),
                all.minus(below));
    }

    /** Every addressed unit is below a province. */
    @Unscoped("figures without names, for the unit that dispatched and those above it")
    private Count getAll(DispatchId dispatch, Instant now) {
        var figures = jdbc.sql("""
            select %s from cell p where dispatch = :dispatch and depth = 1 and path not like '+%%'\
            """.formatted(SUMS))
                .param("dispatch", dispatch.value())
                .query((row, number) -> figures(row))
                .single();
        long spared = jdbc.sql("""
            select count(*) from fact f force index (fact_due)
             where f.dispatch = :dispatch and f.due_at >= :now and f.addressed = 1 and f.counted_path is not null
               and f.state in ('ADDRESSED', 'SIGNED', 'BROKEN_DOWN', 'WORKING', 'RETURNED')\
            """)
                .param("dispatch", dispatch.value())
                .param("now", utc(now))
                .query(Long.class)
                .single();
        return new Count(figures, spared);
    }

    /** Those at and below a unit that have not handed in and have a date of their own that has not come, by their paths. */
    private Map<String, Long> countSpared(DispatchId dispatch, Standing at, Scope scope, Instant now) {
        var spared = new HashMap<String, Long>();
        jdbc.sql("""
            select f.%1$s path, count(*) units from fact f force index (fact_due)
             where f.dispatch = :dispatch and f.due_at >= :now and f.addressed = 1
               and f.state in ('ADDRESSED', 'SIGNED', 'BROKEN_DOWN', 'WORKING', 'RETURNED')
               and f.%1$s between :from and :to and f.%1$s between :path and :end
             group by f.%1$s\
            """.formatted(counted(scope)))
                .param("dispatch", dispatch.value())
                .param("now", utc(now))
                .param("from", scope.from())
                .param("to", scope.to())
                .param("path", at.path())
                .param("end", at.path() + LAST)
                .query(row -> {
                    spared.put(row.getString("path"), row.getLong("units"));
                });
        return spared;
    }

    private static long sum(Map<String, Long> spared, String path) {
        return spared.entrySet().stream()
                .filter(each -> each.getKey().startsWith(path))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many addressed units are counted anywhere. */
    @Unscoped("says how much of a dispatch has been heard, for a caller who sees some of it")
    long countAddressed(DispatchId dispatch) {
        return jdbc.sql("""
            select coalesce(sum(addressed), 0) from cell
             where dispatch = :dispatch and depth = 1 and path not like '+%'\
            """)
                .param("dispatch", dispatch.value())
                .query(Long.class)
                .single();
    }

    private Figures getOwn(DispatchId dispatch, Standing at, Scope scope) {
        return jdbc.sql("""
            select %1$s from (
              select * from fact
               where dispatch = :dispatch and unit = :unit and holder is null and %2$s between :from and :to
              union all
              select * from fact where dispatch = :dispatch and holder = :unit and %2$s between :from and :to) p\
            """.formatted(SUMS, counted(scope)))
                .param("dispatch", dispatch.value())
                .param("unit", at.id().value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> figures(row))
                .single();
    }

    private Figures getBelow(DispatchId dispatch, Standing at, Scope scope) {
        return jdbc.sql("""
            select %s from cell p
             where dispatch = :dispatch and depth = :depth and path = :path and path between :from and :to\
            """.formatted(SUMS))
                .param("dispatch", dispatch.value())
                .param("depth", TreePath.depth(at.path()))
                .param("path", at.path())
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> figures(row))
                .single();
    }

    private List<ChildView> listChildren(
            DispatchId dispatch, Standing parent, Scope scope, String after, int limit, Map<String, Long> spared) {
        return jdbc.sql("""
            select u.id, u.name, u.tier, p.path, %1$s from (
              (select path, addressed, delivered, failed, signed, submitted, returned, approved, merged, closed,
                      withdrawn
                 from cell where dispatch = :dispatch and depth = :depth and path > :after and path < :end
                  and path between :from and :to and addressed > 0
                order by path limit :limit)
              union all
              (select child.%2$s path, addressed, delivered, failed, signed, submitted, returned, approved, merged, closed,
                      withdrawn
                 from unit child join fact on dispatch = :dispatch and %3$s = child.%2$s
                where %4$s and child.%2$s > :after
                  and %3$s between :from and :to and addressed > 0
                order by child.%2$s limit :limit)) p
              join unit u on u.%2$s = p.path
             group by p.path, u.id, u.name, u.tier order by p.path limit :limit\
            """.formatted(SUMS, scope.column(), counted(scope), child(scope)))
                .param("dispatch", dispatch.value())
                .param("depth", TreePath.depth(parent.path()) + 1)
                .param("parent", parent.id().value())
                .param("path", parent.path())
                .param("after", after)
                .param("end", parent.path() + LAST)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("limit", limit)
                .query((row, number) -> new ChildView(
                        new UnitId(row.getLong("id")),
                        row.getString("name"),
                        Tier.valueOf(row.getString("tier")),
                        row.getString("path"),
                        new Count(figures(row), sum(spared, row.getString("path")))))
                .list();
    }

    /** The column of a fact that says where it is counted. */
    static String counted(Scope scope) {
        return switch (scope.by()) {
            case BLOCK -> "counted_path";
            case LINE -> "counted_line";
        };
    }

    /** Whether unit {@code child} is directly below the one asked about. */
    private static String child(Scope scope) {
        return switch (scope.by()) {
            case BLOCK -> "child.parent_id = :parent";
            case LINE -> "child.line_path < :end and child.line_path like concat(:path, '_____')";
        };
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                row.getLong("addressed"),
                row.getLong("delivered"),
                row.getLong("failed"),
                row.getLong("signed"),
                row.getLong("submitted"),
                row.getLong("returned"),
                row.getLong("approved"),
                row.getLong("merged"),
                row.getLong("closed"),
                row.getLong("withdrawn"));
    }
}
