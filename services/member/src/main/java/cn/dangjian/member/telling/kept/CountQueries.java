package cn.dangjian.member.telling.kept;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.dangjian.member.person.standing.Period;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads {@code standing} and what is kept of it for numbers of tiers and days. */
@Repository
class CountQueries {

    private static final String TOTALS = """
        select path, status, member_class, SIGNpeople people, SIGNlost lost from count_total force index (primary)
         where path in (:paths) and span = 'SPAN' and first_on > :afterSPAN and first_on <= :lastSPAN\
        """;

    private final Rows rows;

    CountQueries(Rows rows) {
        this.rows = rows;
    }

    /** So many of a sort, more or less, under a path. */
    record Cell(String path, Sort sort, Heads heads) {

        static Cell of(ResultSet row, int number) throws SQLException {
            return new Cell(
                    row.getString("path"),
                    Sort.of(row.getString("status"), row.getString("member_class")),
                    new Heads(row.getInt("people"), row.getInt("lost")));
        }
    }

    /**
     * A unit whose numbers have changed since they were kept.
     *
     * @param path empty as long as this service has not heard of it
     * @param keptPath where it stood when they were kept; empty if they were not yet
     */
    record Due(
            long unit,
            String path,
            String keptPath,
            @Nullable Turns turns) {

        static Due of(ResultSet row, int number) throws SQLException {
            var turns = row.getBytes("turns");
            return new Due(
                    row.getLong("id"),
                    row.getString("path"),
                    row.getString("kept_path"),
                    turns == null ? null : Turns.parse(new String(turns, US_ASCII)));
        }
    }

    /** A child of a unit. */
    record Child(UnitId id, String name, String path) {}

    /** Who belonged to one of these units itself on a day. */
    @Unscoped("units that were found in the caller's scope")
    List<Cell> own(List<Child> units, LocalDate on) {
        return rows.unscoped("""
            select u.path, s.status, coalesce(s.member_class, '') member_class, count(*) people, sum(s.lost) lost
              from unit u straight_join standing s force index (standing_unit)
                on s.unit_id = u.id and s.to_on >= :on and s.from_on <= :on
             where u.id in (:units) and s.status in (:statuses)
             group by u.path, s.status, s.member_class\
            """)
                .with("units", units.stream().map(Child::id).toList())
                .with("on", on)
                .with("statuses", Status.CURRENT)
                .list(Cell::of);
    }

    /** What is kept of all below some paths: without what turned later than a day, or than its span of the finest sort. */
    @Unscoped("of units that were found in the caller's scope")
    List<Cell> totals(List<String> paths, LocalDate day, Span finest) {
        if (paths.isEmpty()) return List.of();
        var parts = new ArrayList<String>();
        for (var span : Span.values()) {
            if (span.compareTo(finest) <= 0)
                parts.add(TOTALS.replace("SIGN", span == Span.ALL ? "" : "-").replace("SPAN", span.name()));
        }
        var statement = rows.unscoped("select path, status, member_class, sum(people) people, sum(lost) lost from ("
                        + String.join(" union all ", parts) + ") t group by path, status, member_class")
                .with("paths", paths)
                .with("afterALL", LocalDate.of(999, 12, 31))
                .with("lastALL", Period.OPEN);
        for (var span : EnumSet.range(Span.DECADE, Span.DAY))
            statement
                    .with("after" + span, span.first(day))
                    .with("last" + span, span.wider().last(day));
        return statement.list(Cell::of);
    }

    /** Whether anybody's standing changes later than on a day. */
    @Unscoped("whether there is any such row")
    boolean isAnythingAfter(LocalDate day) {
        return rows.unscoped("""
            select 1 from standing force index (standing_status)
             where status in (:statuses) and from_on > :day limit 1\
            """)
                .with("statuses", List.of(Status.values()))
                .with("day", day)
                .exists();
    }

    /** Units of the scope whose numbers have changed since they were kept, where they stand or stood. */
    List<Due> due(Scope scope) {
        return rows.sql("""
            select d.id, coalesce(u.path, '') path, coalesce(k.path, '') kept_path, uncompress(k.turns) turns
              from due d left join unit u on u.id = d.id left join count_kept k on k.unit_id = d.id
             where d.kind = 'counts' and d.changed and ({scope u} or k.path between :scopeFrom and :scopeTo)\
            """).in(scope).list(Due::of);
    }

    /** The unit and its children, in the order of the tree. */
    List<Child> children(Unit unit, Scope scope) {
        return rows.sql("""
            select u.id, u.name, {path u} path from unit u
             where {scope u} and (u.parent_id = :unit or u.id = :unit) order by {path u}\
            """).in(scope).with("unit", unit.id()).list(Child.class);
    }
}
