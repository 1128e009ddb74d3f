package cn.dangjian.organization.tree.unit;

import cn.dangjian.organization.tree.period.Paths;
import cn.dangjian.organization.tree.rule.Kinds;
import cn.dangjian.organization.tree.unit.UnitQueries.Count;
import cn.dangjian.organization.tree.unit.UnitQueries.Listed;
import cn.dangjian.organization.tree.unit.UnitQueries.UnitView;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is shown of units as they were, or will be, on any day. */
@Repository
class DayQueries {

    /** The unit above a unit in its line on the day; see room tree for what that is. */
    private static final String ABOVE_IN_LINE =
            "coalesce(v.line_parent_id, case when v.kind in (:heads) then null else v.parent_id end)";

    private static final Map<Hierarchy, String> PLACES =
            Map.of(Hierarchy.BLOCK, "unit_place", Hierarchy.LINE, "unit_line_place");

    private static final String SHOWN = """
        select v.*, v.unit_id id, p.name parent_name, q.path line_path, l.path place, coalesce(u.version, 0) version,
               (select e.until from unit_until e where e.unit_id = v.unit_id) until,
               (select count(*) from unit_period c where c.parent_id = v.unit_id and c.valid_from <= :day
                   and c.valid_to > :day and c.ended = false) children,
               exists (select 1 from unit_namesake n where n.unit_id = v.unit_id) namesake
          from %s
          left join unit_period p on p.unit_id = v.parent_id and p.valid_from <= :day and p.valid_to > :day\
        """;

    private static final String PLACED = """

          join unit_place l on l.unit_id = v.unit_id and l.valid_from <= :day and l.valid_to > :day
          left join unit_line_place q on q.unit_id = v.unit_id and q.valid_from <= :day and q.valid_to > :day
          left join unit u on u.id = v.unit_id\
        """;

    /** A unit is shown to those who may see it today, or, if it is still to come, where it will begin. */
    private static final String EXISTING = """
         where v.valid_from <= :day and v.valid_to > :day and v.ended = false and %s between :from and :to\
        """;

    private static final Map<Hierarchy, String> EXISTING_BY = Map.of(
            Hierarchy.BLOCK, EXISTING.formatted("coalesce(u.path, l.path)"),
            Hierarchy.LINE, EXISTING.formatted("if(u.id is null, q.path, u.line_path)"));

    private static final String WANTED = """
        w.valid_from <= :day and w.valid_to > :day and v.valid_from <= :day and v.valid_to > :day and v.ended = false\
        """;

    private final JdbcClient jdbc;
    private final Kinds kinds;

    DayQueries(JdbcClient jdbc, Kinds kinds) {
        this.jdbc = jdbc;
        this.kinds = kinds;
    }

    /** The unit as it is on a day, with the names and children of that day; empty if it does not exist then. */
    Optional<UnitView> find(UnitId id, LocalDate day, Scope scope) {
        return query(
                        SHOWN.formatted("unit_period v" + PLACED) + EXISTING_BY.get(scope.by())
                                + " and v.unit_id = :id",
                        day,
                        scope)
                .param("id", id.value())
                .query((row, number) -> UnitQueries.view(row, kinds))
                .optional();
    }

    /** Where a unit is that exists on a day; no path if it is in no line then. */
    record Place(@Nullable String path) {}

    /** Asks no more than whether the unit is known on the day, and where. */
    Optional<Place> findPlace(UnitId id, LocalDate day, Scope scope) {
        return query(
                        "select " + place(scope) + " from unit_period v" + PLACED + EXISTING_BY.get(scope.by())
                                + " and v.unit_id = :id",
                        day,
                        scope)
                .param("id", id.value())
                .query((row, number) -> new Place(row.getString(1)))
                .optional();
    }

    /** Which units of a day are wanted; null where it does not matter. */
    record Filter(@Nullable UnitId parent, @Nullable Tier tier) {}

    /**
     * The units directly below one on a day, by code: the order of that day's tree.
     *
     * @param after the code of the last one seen; empty for the first page
     */
    List<UnitView> listBelow(LocalDate day, UnitId parent, String after, int limit, Scope scope) {
        return below(day, parent, " and v.code > :after order by v.code limit :limit", scope)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> UnitQueries.view(row, kinds))
                .list();
    }

    /**
     * Units that exist on a day, in the order of that day's tree.
     *
     * @param after the path of the last unit seen; empty for the first page
     */
    List<Listed> list(LocalDate day, Filter filter, String after, int limit, Scope scope) {
        var tier = filter.tier();
        var parent = filter.parent();
        var query = parent == null ? within(day, tier, scope) : below(day, parent, order(tier, scope), scope);
        if (tier != null) query = query.param("tier", tier.name());
        return query.param("after", after)
                .param("limit", limit)
                .query((row, number) ->
                        new Listed(UnitQueries.view(row, kinds), row.getString(isLine(scope) ? "line_path" : "place")))
                .list();
    }

    private JdbcClient.StatementSpec within(LocalDate day, @Nullable Tier tier, Scope scope) {
        var existing = EXISTING_BY.get(scope.by());
        var sql = tier == null && isProvince(scope)
                ? SHOWN.formatted("unit_period v" + PLACED) + existing
                        + " and l.path between :from and :to and l.path > :after order by l.path limit :limit"
                : SHOWN.formatted("(" + found(tier, scope) + ") f join unit_period v on v.unit_id = f.unit_id" + PLACED)
                        + existing + " order by f.path limit :limit";
        return query(sql, day, scope);
    }

    /** Nothing comes into a province from elsewhere: its tree of the day is walked, which is the shorter way. */
    private static boolean isProvince(Scope scope) {
        return !isLine(scope) && Paths.above(scope.from()).equals(scope.from());
    }

    /**
     * The next units of a scope, asked by what an index can tell. Most are where table {@code unit} has them now, and its
     * order is that of the day. The others have a place that ended since, or that is still to begin: few, whoever asks.
     */
    private static String found(@Nullable Tier tier, Scope scope) {
        var wanted = tier == null ? WANTED : WANTED + " and v.tier = :tier";
        var now = tier == null ? "" : " and u.tier = :tier";
        return """
            (select w.unit_id, w.path
               from tree_day t join unit u join %1$s w on w.unit_id = u.id and w.valid_from <= t.day and w.valid_to > t.day
               join unit_period v on v.unit_id = u.id
              where t.id = 1 and u.%2$s between :from and :to and u.%2$s > :after%4$s
                and %3$s
              order by u.%2$s limit :limit)
             union all
            (select w.unit_id, w.path
               from tree_day t join %1$s w on w.valid_to > :day and w.valid_to <= t.day
               join unit_period v on v.unit_id = w.unit_id left join unit u on u.id = w.unit_id
              where t.id = 1 and if(u.id is null, w.path, u.%2$s) between :from and :to and w.path > :after and %3$s
              order by w.path limit :limit)
             union all
            (select w.unit_id, w.path
               from tree_day t join %1$s w on w.valid_from > t.day and w.valid_from <= :day
               join unit_period v on v.unit_id = w.unit_id left join unit u on u.id = w.unit_id
              where t.id = 1 and if(u.id is null, w.path, u.%2$s) between :from and :to and w.path > :after and %3$s
              order by w.path limit :limit)\
            """.formatted(PLACES.get(scope.by()), scope.column(), wanted, now);
    }

    /** In a line the unit above is not of one column: but lines are small. */
    private JdbcClient.StatementSpec below(LocalDate day, UnitId parent, String order, Scope scope) {
        var above = (isLine(scope) ? ABOVE_IN_LINE : "v.parent_id") + " = :parent";
        var query = query(
                        SHOWN.formatted("unit_period v" + PLACED) + EXISTING_BY.get(scope.by()) + " and " + above
                                + order,
                        day,
                        scope)
                .param("parent", parent.value());
        return isLine(scope) ? query.param("heads", kinds.lines()) : query;
    }

    private JdbcClient.StatementSpec query(String sql, LocalDate day, Scope scope) {
        return jdbc.sql(sql).param("day", day).param("from", scope.from()).param("to", scope.to());
    }

    /** How many units of each tier were below a place on a day, by that day's tree. */
    @Unscoped("says how many; the unit was found within the scope on that day")
    List<Count> listCounts(Place place, LocalDate day, Hierarchy by) {
        var path = place.path();
        if (path == null) return List.of();
        return jdbc
                .sql("""
                    select v.tier, count(*) units
                      from %s l
                      join unit_period v on v.unit_id = l.unit_id and v.valid_from <= :day and v.valid_to > :day
                     where l.path > :path and l.path <= :end and l.valid_from <= :day and l.valid_to > :day
                       and v.ended = false and v.kind <> 'DIVISION_GROUP'
                     group by v.tier\
                    """.formatted(PLACES.get(by)))
                .param("path", path)
                .param("end", path + "~")
                .param("day", day)
                .query((row, number) -> new Count(Tier.valueOf(row.getString("tier")), row.getInt("units")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Count::tier))
                .toList();
    }

    private static String order(@Nullable Tier tier, Scope scope) {
        return (tier == null ? "" : " and v.tier = :tier")
                + " and %1$s > :after order by %1$s limit :limit".formatted(place(scope));
    }

    private static boolean isLine(Scope scope) {
        return scope.by() == Hierarchy.LINE;
    }

    private static String place(Scope scope) {
        return isLine(scope) ? "q.path" : "l.path";
    }
}
