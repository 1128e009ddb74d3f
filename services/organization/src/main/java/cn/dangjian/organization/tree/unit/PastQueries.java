package cn.dangjian.organization.tree.unit;

import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.period.Paths;
import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is shown of a unit's past (沿革): what it was, where it came from, what became of it. */
@Repository
class PastQueries {

    private final JdbcClient jdbc;

    PastQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a unit is from one day to the day before another, and which document made it so.
     *
     * @param validTo null if nothing else is decided
     * @param supervisorId the committee of a line that supervises it (条); null if none was told to
     * @param changeId the proposal that was approved; null for an import
     */
    record PeriodView(
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean ended,
            @Nullable UnitId parentId,
            @Nullable UnitId supervisorId,
            String code,
            String name,
            String kind,
            String domain,
            Approval.Reason reason,
            @Nullable String document,
            @Nullable Long changeId,
            OffsetDateTime at) {}

    /** One unit that came out of another. */
    record LineageView(
            UnitId predecessorId,
            String predecessor,
            UnitId successorId,
            String successor,
            Approval.Reason reason,
            LocalDate day,
            @Nullable Long changeId) {}

    /** One step of the way from the province to a unit. */
    record Step(UnitId id, String name, Tier tier) {}

    /** The newest first, days to come included. */
    List<PeriodView> listPeriods(UnitId id, LocalDate before, int limit, Scope scope) {
        return jdbc.sql("""
            select v.* from unit_period v join unit u on u.id = v.unit_id
             where v.unit_id = :id and v.valid_from < :before and u.%s between :from and :to
             order by v.valid_from desc limit :limit\
            """.formatted(scope.column()))
                .param("id", id.value())
                .param("before", before)
                .param("limit", limit)
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> period(row))
                .list();
    }

    /** All that a unit came out of, and all that came out of it, over any number of steps; the oldest first. */
    List<LineageView> listLineage(UnitId id, Scope scope) {
        return jdbc.sql("""
            with recursive back (id) as (
                select :id union
                select l.predecessor_id from back b join unit_lineage l on l.successor_id = b.id),
            forth (id) as (
                select :id union
                select l.successor_id from forth f join unit_lineage l on l.predecessor_id = f.id)
            select l.*, p.name predecessor, s.name successor
              from unit_lineage l
              join unit_period p on p.unit_id = l.predecessor_id and p.valid_from < l.day and p.valid_to >= l.day
              join unit_period s on s.unit_id = l.successor_id and s.valid_from <= l.day and s.valid_to > l.day
             where (l.successor_id in (select id from back) or l.predecessor_id in (select id from forth))
               and exists (select 1 from unit u where u.id = :id and u.%s between :from and :to)
             order by l.day, l.id\
            """.formatted(scope.column()))
                .param("id", id.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> lineage(row))
                .list();
    }

    /** The way down to a unit on a day, the province first. */
    @Unscoped("the names of the committees above are known to everybody below; the unit was found within the scope")
    List<Step> listSteps(UnitId id, LocalDate day) {
        return jdbc.sql("""
            with recursive up (unit_id, parent_id, name, tier, step) as (
                select unit_id, parent_id, name, tier, 0 from unit_period
                 where unit_id = :id and valid_from <= :day and valid_to > :day
                union all
                select v.unit_id, v.parent_id, v.name, v.tier, u.step + 1
                  from up u join unit_period v on v.unit_id = u.parent_id and v.valid_from <= :day and v.valid_to > :day)
            select unit_id, name, tier from up order by step desc\
            """)
                .param("id", id.value())
                .param("day", day)
                .query((row, number) -> new Step(
                        new UnitId(row.getLong("unit_id")), row.getString("name"), Tier.valueOf(row.getString("tier"))))
                .list();
    }

    /** The way down its line to a unit on a day, the head first; empty if it is in none. */
    @Unscoped("the names of the committees above are known to everybody below; the unit was found within the scope")
    List<Step> listStepsInLine(UnitId id, LocalDate day) {
        var path = jdbc.sql("""
            select path from unit_line_place where unit_id = :id and valid_from <= :day and valid_to > :day\
            """)
                .param("id", id.value())
                .param("day", day)
                .query(String.class)
                .optional();
        var units = path.map(Paths::unitsOfLine).orElse(List.of());
        if (units.isEmpty()) return List.of();
        return jdbc
                .sql("""
                    select unit_id, name, tier from unit_period
                     where unit_id in (:units) and valid_from <= :day and valid_to > :day\
                    """)
                .param("units", units.stream().map(UnitId::value).toList())
                .param("day", day)
                .query((row, number) -> new Step(
                        new UnitId(row.getLong("unit_id")), row.getString("name"), Tier.valueOf(row.getString("tier"))))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(step -> units.indexOf(step.id())))
                .toList();
    }

    private static PeriodView period(ResultSet row) throws SQLException {
        var to = row.getObject("valid_to", LocalDate.class);
        return new PeriodView(
                row.getObject("valid_from", LocalDate.class),
                Period.FOREVER.equals(to) ? null : to,
                row.getBoolean("ended"),
                unit(row.getObject("parent_id", Long.class)),
                unit(row.getObject("line_parent_id", Long.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("domain"),
                Approval.Reason.valueOf(row.getString("reason")),
                row.getString("document"),
                row.getObject("change_id", Long.class),
                row.getObject("at", LocalDateTime.class).atOffset(ZoneOffset.UTC));
    }

    private static LineageView lineage(ResultSet row) throws SQLException {
        return new LineageView(
                new UnitId(row.getLong("predecessor_id")),
                row.getString("predecessor"),
                new UnitId(row.getLong("successor_id")),
                row.getString("successor"),
                Approval.Reason.valueOf(row.getString("reason")),
                row.getObject("day", LocalDate.class),
                row.getObject("change_id", Long.class));
    }

    private static @Nullable UnitId unit(@Nullable Long id) {
        return id == null ? null : new UnitId(id);
    }
}
