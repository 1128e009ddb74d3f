package cn.dangjian.organization.unit;

import cn.dangjian.organization.rule.Kinds;
import cn.dangjian.organization.unit.UnitQueries.Count;
import cn.dangjian.organization.unit.UnitQueries.Listed;
import cn.dangjian.organization.unit.UnitQueries.UnitView;
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

    /** A unit is shown to those who may see it today, or, if it is still to come, where it will begin. */
    private static final String ON_DAY = """
        select v.*, v.unit_id id, p.name parent_name, q.path line_path, l.path place, coalesce(u.version, 0) version,
               (select e.until from unit_until e where e.unit_id = v.unit_id) until,
               (select count(*) from unit_period c where c.parent_id = v.unit_id and c.valid_from <= :day
                   and c.valid_to > :day and c.ended = false) children
          from unit_period v
          join unit_place l on l.unit_id = v.unit_id and l.valid_from <= :day and l.valid_to > :day
          left join unit_line_place q on q.unit_id = v.unit_id and q.valid_from <= :day and q.valid_to > :day
          left join unit u on u.id = v.unit_id
          left join unit_period p on p.unit_id = v.parent_id and p.valid_from <= :day and p.valid_to > :day
         where v.valid_from <= :day and v.valid_to > :day and v.ended = false
           and %s between :from and :to\
        """;

    private static final Map<Hierarchy, String> ON_DAY_BY = Map.of(
            Hierarchy.BLOCK, ON_DAY.formatted("coalesce(u.path, l.path)"),
            Hierarchy.LINE, ON_DAY.formatted("if(u.id is null, q.path, u.line_path)"));

    private static final Map<Hierarchy, String> PLACES =
            Map.of(Hierarchy.BLOCK, "unit_place", Hierarchy.LINE, "unit_line_place");

    private final JdbcClient jdbc;
    private final Kinds kinds;

    DayQueries(JdbcClient jdbc, Kinds kinds) {
        this.jdbc = jdbc;
        this.kinds = kinds;
    }

    /** The unit as it is on a day, with the names and children of that day; empty if it does not exist then. */
    Optional<UnitView> find(UnitId id, LocalDate day, Scope scope) {
        return jdbc.sql(onDay(scope) + " and v.unit_id = :id")
                .param("id", id.value())
                .param("day", day)
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> UnitQueries.view(row, kinds))
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
        var filter = new Filter(parent, null);
        return query(day, filter, " and v.code > :after order by v.code limit :limit", scope)
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
        boolean line = scope.by() == Hierarchy.LINE;
        var order = " and %1$s > :after order by %1$s limit :limit".formatted(line ? "q.path" : "l.path");
        return query(day, filter, order, scope)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) ->
                        new Listed(UnitQueries.view(row, kinds), row.getString(line ? "line_path" : "place")))
                .list();
    }

    private JdbcClient.StatementSpec query(LocalDate day, Filter filter, String order, Scope scope) {
        boolean line = scope.by() == Hierarchy.LINE;
        var query = jdbc.sql(onDay(scope)
                        + (filter.parent() == null
                                ? ""
                                : " and " + (line ? ABOVE_IN_LINE : "v.parent_id") + " = :parent")
                        + (filter.tier() == null ? "" : " and v.tier = :tier")
                        + order)
                .param("day", day)
                .param("from", scope.from())
                .param("to", scope.to());
        if (filter.tier() != null) query = query.param("tier", filter.tier().name());
        if (filter.parent() == null) return query;
        query = query.param("parent", filter.parent().value());
        return line ? query.param("heads", kinds.lines()) : query;
    }

    /** How many units of each tier were below a unit on a day, by that day's tree. */
    @Unscoped("says how many; the unit was found within the scope on that day")
    List<Count> listCounts(UnitId id, LocalDate day, Hierarchy by) {
        return path(id, day, by).map(path -> counts(path, day, by)).orElse(List.of());
    }

    /** Asked for by itself: a range that begins at another row's path is not read as one. */
    private Optional<String> path(UnitId id, LocalDate day, Hierarchy by) {
        return jdbc.sql("select path from %s where unit_id = :id and valid_from <= :day and valid_to > :day"
                        .formatted(PLACES.get(by)))
                .param("id", id.value())
                .param("day", day)
                .query(String.class)
                .optional();
    }

    private List<Count> counts(String path, LocalDate day, Hierarchy by) {
        return jdbc
                .sql("""
                    select v.tier, count(*) units
                      from %s l
                      join unit_period v on v.unit_id = l.unit_id and v.valid_from <= :day and v.valid_to > :day
                     where l.path > :path and l.path <= :end and l.valid_from <= :day and l.valid_to > :day
                       and v.ended = false
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

    private static String onDay(Scope scope) {
        return String.valueOf(ON_DAY_BY.get(scope.by()));
    }
}
