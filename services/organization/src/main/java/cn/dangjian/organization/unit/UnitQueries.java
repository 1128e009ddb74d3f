package cn.dangjian.organization.unit;

import cn.dangjian.organization.rule.Kinds;
import cn.dangjian.organization.tree.Approval;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is shown of units, today and on any day. */
@Repository
class UnitQueries {

    private static final String UNIT = """
        select u.*, p.name parent_name,
               (select count(*) from unit c where c.parent_id = u.id and c.valid_to is null) children
          from unit u left join unit p on p.id = u.parent_id\
        """;

    private final JdbcClient jdbc;
    private final Kinds kinds;

    UnitQueries(JdbcClient jdbc, Kinds kinds) {
        this.jdbc = jdbc;
        this.kinds = kinds;
    }

    /**
     * A unit as people see it.
     *
     * @param title the organisation's full name, for example 中共芙蓉区文艺路街道工作委员会
     * @param validFrom the unit's first day, or that of the state asked for
     * @param children how many units are directly below
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
            long version,
            int children) {}

    /** A unit and the place in the list after which the next page begins. */
    record Listed(UnitView unit, String path) {}

    /** What a unit was from one day to the day before another, and which document made it so. */
    record VersionView(
            long version,
            @Nullable UnitId parentId,
            String code,
            String name,
            String kind,
            String domain,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Approval.Reason reason,
            @Nullable String document,
            OffsetDateTime at) {}

    Optional<UnitView> find(UnitId id, Scope scope) {
        return jdbc.sql(UNIT + " where u.id = :id and u.path between :from and :to")
                .param("id", id.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> view(row))
                .optional();
    }

    /** The unit as it was on a day, with the names and children of that day; empty if it did not exist then. */
    Optional<UnitView> find(UnitId id, LocalDate day, Scope scope) {
        return jdbc.sql("""
            select v.*, v.unit_id id, p.name parent_name,
                   (select count(*) from unit_version c where c.parent_id = v.unit_id and c.valid_from <= :day
                       and (c.valid_to is null or c.valid_to > :day)) children
              from unit_version v
              join unit u on u.id = v.unit_id
              left join unit_version p on p.unit_id = v.parent_id and p.valid_from <= :day
                                      and (p.valid_to is null or p.valid_to > :day)
             where v.unit_id = :id and u.path between :from and :to
               and v.valid_from <= :day and (v.valid_to is null or v.valid_to > :day)\
            """)
                .param("id", id.value())
                .param("day", day)
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> view(row))
                .optional();
    }

    /**
     * Units that exist, in the order of the tree.
     *
     * @param parent only those directly below this unit; null for all
     * @param tier only those of this tier; null for all
     * @param after the path of the last unit seen; empty for the first page
     */
    List<Listed> list(Scope scope, @Nullable UnitId parent, @Nullable Tier tier, String after, int limit) {
        var query = jdbc.sql(UNIT
                        + (parent == null ? " where" : " where u.parent_id = :parent and")
                        + (tier == null ? "" : " u.tier = :tier and")
                        + " u.path between :from and :to and u.path > :after and u.valid_to is null"
                        + " order by u.path limit :limit")
                .param("from", scope.from())
                .param("to", scope.to())
                .param("after", after)
                .param("limit", limit);
        if (parent != null) query = query.param("parent", parent.value());
        if (tier != null) query = query.param("tier", tier.name());
        return query.query((row, number) -> new Listed(view(row), row.getString("path")))
                .list();
    }

    /** What the unit has been, the newest first. */
    List<VersionView> listVersions(UnitId id, long before, int limit, Scope scope) {
        return jdbc.sql("""
            select v.* from unit_version v join unit u on u.id = v.unit_id
             where v.unit_id = :id and v.version < :before and u.path between :from and :to
             order by v.version desc limit :limit\
            """)
                .param("id", id.value())
                .param("before", before)
                .param("limit", limit)
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> version(row))
                .list();
    }

    private UnitView view(ResultSet row) throws SQLException {
        return new UnitView(
                new UnitId(row.getLong("id")),
                parent(row),
                row.getString("code"),
                row.getString("name"),
                kinds.title(row.getString("kind"), row.getString("name"), row.getString("parent_name")),
                Tier.valueOf(row.getString("tier")),
                row.getString("kind"),
                row.getString("domain"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getLong("version"),
                row.getInt("children"));
    }

    private static VersionView version(ResultSet row) throws SQLException {
        return new VersionView(
                row.getLong("version"),
                parent(row),
                row.getString("code"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("domain"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                Approval.Reason.valueOf(row.getString("reason")),
                row.getString("document"),
                row.getObject("at", LocalDateTime.class).atOffset(ZoneOffset.UTC));
    }

    private static @Nullable UnitId parent(ResultSet row) throws SQLException {
        long id = row.getLong("parent_id");
        return row.wasNull() ? null : new UnitId(id);
    }
}
