package cn.dangjian.organization.tree.unit;

import cn.dangjian.organization.tree.period.Paths;
import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.organization.tree.rule.Kinds;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.version.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What is shown of units as they are today. */
@Repository
class UnitQueries {

    private static final String UNIT = """
        select u.*, p.name parent_name, (select e.until from unit_until e where e.unit_id = u.id) until,
               (select count(*) from unit c where c.parent_id = u.id and c.valid_to is null) children,
               exists (select 1 from unit_namesake n where n.unit_id = u.id) namesake
          from unit u left join unit p on p.id = u.parent_id\
        """;

    /** Directly below a unit; in a line: one segment longer than its path. */
    private static final Map<Hierarchy, String> BELOW =
            Map.of(Hierarchy.BLOCK, " where u.parent_id = :parent and", Hierarchy.LINE, """
                 join unit a on a.id = :parent and u.line_path > a.line_path and u.line_path <= concat(a.line_path, '~')
                 where length(u.line_path) = length(a.line_path) + 5 and\
                """);

    private static final String COUNTS_KEPT = """
        select c.tier, c.units from unit_count c join unit u on u.id = c.unit_id
         where c.unit_id = :id and c.units > 0 and {scope u}\
        """;

    private static final String COUNTS_IN_LINE = """
        select b.tier, count(*) units
          from unit u join unit b on b.line_path > u.line_path and b.line_path <= concat(u.line_path, '~')
         where u.id = :id and {scope u} and b.valid_to is null and b.kind <> 'DIVISION_GROUP'
         group by b.tier\
        """;

    private final Rows rows;
    private final Kinds kinds;

    UnitQueries(Rows rows, Kinds kinds) {
        this.rows = rows;
        this.kinds = kinds;
    }

    /**
     * A unit as people see it.
     *
     * @param title the organisation's full name, for example 中共芙蓉区文艺路街道工作委员会
     * @param validFrom the unit's first day, or that of the state asked for
     * @param until the planned last day of a temporary unit; null for all others
     * @param children how many units are directly below in the territory
     * @param lineParentId the unit above it in its line (条); null if it heads one or is in none
     */
    record UnitView(
            UnitId id,
            @Nullable UnitId parentId,
            String code,
            String name,
            String title,
            Tier tier,
            String kind,
            String domain,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate until,
            long version,
            int children,
            @Nullable UnitId lineParentId)
            implements Versioned {}

    /** A unit and the place in the list after which the next page begins. */
    record Listed(UnitView unit, String path) {}

    Optional<UnitView> find(UnitId id, Scope scope) {
        return rows.sql(UNIT + " where u.id = :id and {scope u}")
                .in(scope)
                .with("id", id)
                .find((row, number) -> view(row, kinds));
    }

    /**
     * Units that exist, in the order of the tree.
     *
     * @param parent only those directly below this unit; null for all
     * @param tier only those of this tier; null for all
     * @param after the path of the last unit seen; empty for the first page
     */
    List<Listed> list(Scope scope, @Nullable UnitId parent, @Nullable Tier tier, String after, int limit) {
        return rows.sql(UNIT
                        + (parent == null ? " where" : BELOW.get(scope.by()))
                        + (tier == null ? "" : " u.tier = :tier and")
                        + " {scope u} and {path u} > :after and u.valid_to is null order by {path u} limit :limit")
                .in(scope)
                .with("parent", parent)
                .with("tier", tier)
                .with("after", after)
                .with("limit", limit)
                .list((row, number) -> new Listed(view(row, kinds), row.getString(scope.column())));
    }

    /** How many units of a tier exist below a unit. */
    record Count(Tier tier, int units) {}

    /** From the top of the tree down; lines are small enough to be counted: their range of the index is read. */
    List<Count> listCounts(UnitId id, Scope scope) {
        return rows
                .sql(scope.by() == Hierarchy.BLOCK ? COUNTS_KEPT : COUNTS_IN_LINE)
                .in(scope)
                .with("id", id)
                .list(Count.class)
                .stream()
                .sorted(Comparator.comparing(Count::tier))
                .toList();
    }

    /** Of a row with all columns of a unit, {@code parent_name}, {@code children}, {@code namesake} and {@code until}. */
    static UnitView view(ResultSet row, Kinds kinds) throws SQLException {
        return new UnitView(
                new UnitId(row.getLong("id")),
                parent(row),
                row.getString("code"),
                row.getString("name"),
                title(row, kinds),
                Tier.valueOf(row.getString("tier")),
                row.getString("kind"),
                row.getString("domain"),
                row.getObject("valid_from", LocalDate.class),
                end(row.getObject("valid_to", LocalDate.class)),
                row.getObject("until", LocalDate.class),
                row.getLong("version"),
                row.getInt("children"),
                Paths.aboveInLine(row.getString("line_path")));
    }

    private static String title(ResultSet row, Kinds kinds) throws SQLException {
        String kind = row.getString("kind");
        String name = row.getString("name");
        String parent = row.getString("parent_name");
        return row.getBoolean("namesake") ? kinds.wholeTitle(kind, name, parent) : kinds.title(kind, name, parent);
    }

    private static @Nullable LocalDate end(@Nullable LocalDate day) {
        return Period.FOREVER.equals(day) ? null : day;
    }

    private static @Nullable UnitId parent(ResultSet row) throws SQLException {
        long id = row.getLong("parent_id");
        return row.wasNull() ? null : new UnitId(id);
    }
}
