package cn.dangjian.organization.tree.unit;

import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.period.Paths;
import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What is shown of a unit's past (沿革): what it was, where it came from, what became of it. */
@Repository
class PastQueries {

    private final Rows rows;

    PastQueries(Rows rows) {
        this.rows = rows;
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

    /** What was decided about a period, and when: lists go on after it. */
    record Decided(LocalDate from, LocalDateTime at) {

        static Decided of(PeriodView period) {
            return new Decided(period.validFrom(), period.at().toLocalDateTime());
        }
    }

    /**
     * The newest first, days to come included. What was decided for a day and changed by another decision for the same day
     * is told with its document, as what the unit was on no day.
     */
    List<PeriodView> listPeriods(UnitId id, Decided before, int limit, Scope scope) {
        return rows.sql("""
            select v.* from (
                select unit_id, valid_from, valid_to, ended, parent_id, line_parent_id, code, name, kind, domain, reason,
                       document, change_id, at
                  from unit_period where unit_id = :id
                union all
                select s.unit_id, s.valid_from, s.valid_from, s.ended, s.parent_id, s.line_parent_id, s.code, s.name,
                       s.kind, s.domain, s.reason, s.document, s.change_id, s.at
                  from unit_period_superseded s
                 where s.id in (select max(l.id) from unit_period_superseded l
                                  join unit_period c on c.unit_id = l.unit_id and c.valid_from = l.valid_from
                                   and c.change_id <> l.change_id and c.at > l.at
                                 where l.unit_id = :id group by l.valid_from, l.change_id)) v
              join unit u on u.id = v.unit_id and {scope u}
             where v.valid_from < :from or v.valid_from = :from and v.at < :at
             order by v.valid_from desc, v.at desc limit :limit\
            """)
                .in(scope)
                .with("id", id)
                .with(before)
                .with("limit", limit)
                .list((row, number) -> period(row));
    }

    /** All that a unit came out of, and all that came out of it, over any number of steps; the oldest first. */
    List<LineageView> listLineage(UnitId id, Scope scope) {
        return rows.sql("""
            with recursive back (id) as (
                select :id union
                select l.predecessor_id from back b join unit_lineage l on l.successor_id = b.id),
            forth (id) as (
                select :id union
                select l.successor_id from forth f join unit_lineage l on l.predecessor_id = f.id)
            select l.predecessor_id, p.name predecessor, l.successor_id, s.name successor, l.reason, l.day, l.change_id
              from unit_lineage l
              join unit_period p on p.unit_id = l.predecessor_id and p.valid_from < l.day and p.valid_to >= l.day
              join unit_period s on s.unit_id = l.successor_id and s.valid_from <= l.day and s.valid_to > l.day
             where (l.successor_id in (select id from back) or l.predecessor_id in (select id from forth))
               and exists (select 1 from unit u where u.id = :id and {scope u})
             order by l.day, l.id\
            """).in(scope).with("id", id).list(LineageView.class);
    }

    /** The way down to a unit on a day, the province first. */
    @Unscoped("the names of the committees above are known to everybody below; the unit was found within the scope")
    List<Step> listSteps(UnitId id, LocalDate day) {
        return rows.unscoped("""
            with recursive up (unit_id, parent_id, name, tier, step) as (
                select unit_id, parent_id, name, tier, 0 from unit_period
                 where unit_id = :id and valid_from <= :day and valid_to > :day
                union all
                select v.unit_id, v.parent_id, v.name, v.tier, u.step + 1
                  from up u join unit_period v on v.unit_id = u.parent_id and v.valid_from <= :day and v.valid_to > :day)
            select unit_id id, name, tier from up order by step desc\
            """).with("id", id).with("day", day).list(Step.class);
    }

    /** The way down its line to a unit on a day, the head first; empty if it is in none. */
    @Unscoped("the names of the committees above are known to everybody below; the unit was found within the scope")
    List<Step> listStepsInLine(UnitId id, LocalDate day) {
        var units = rows.unscoped("""
            select path from unit_line_place where unit_id = :id and valid_from <= :day and valid_to > :day\
            """)
                .with("id", id)
                .with("day", day)
                .find(String.class)
                .map(Paths::unitsOfLine)
                .orElse(List.of());
        if (units.isEmpty()) return List.of();
        return rows.unscoped("""
            select unit_id id, name, tier from unit_period
             where unit_id in (:units) and valid_from <= :day and valid_to > :day\
            """).with("units", units).with("day", day).list(Step.class).stream()
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

    private static @Nullable UnitId unit(@Nullable Long id) {
        return id == null ? null : new UnitId(id);
    }
}
