package cn.dangjian.statistics.progress;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.statistics.dispatch.DispatchId;
import cn.dangjian.statistics.place.DayTable;
import cn.dangjian.statistics.place.DayTable.Standing;
import cn.dangjian.statistics.place.TreePath;
import cn.dangjian.statistics.progress.Perspective.After;
import cn.dangjian.statistics.progress.ProgressQueries.ChildView;
import cn.dangjian.statistics.progress.ProgressQueries.ProgressView;
import cn.dangjian.statistics.progress.UnitQueries.UnitView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up the facts of a dispatch on the tree of a day; all of them, since no sums are kept for other trees. */
@Repository
class ProjectedQueries {

    private static final String PLACED = """
        with recursive wanted (unit) as (select unit from fact where dispatch = :dispatch and addressed = 1),\
        """ + DayTable.PLACED;

    private final JdbcClient jdbc;
    private final Directory directory;

    ProjectedQueries(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    private record Part(String path, Count count) {}

    /**
     * Children that are not within the scope today are added up without a name.
     *
     * @param at a unit within the scope, where it stood on the day
     */
    ProgressView getProgress(
            DispatchId dispatch,
            Standing at,
            LocalDate day,
            Scope scope,
            Instant now,
            @Nullable String after,
            int limit) {
        var parts = listParts(dispatch, at, day, now);
        var below =
                parts.stream().filter(part -> !part.path().equals(at.path())).toList();
        var seen = seen(below, scope);
        var page = seen.stream()
                .filter(child -> after == null || child.path().compareTo(after) > 0)
                .limit(limit)
                .toList();
        var all = below.stream().map(Part::count).reduce(Count.NONE, Count::plus);
        var shown = seen.stream().map(ChildView::count).reduce(Count.NONE, Count::plus);
        var own = parts.stream().filter(part -> part.path().equals(at.path())).findFirst();
        return new ProgressView(own.map(Part::count).orElse(Count.NONE), all, page, all.minus(shown));
    }

    @Unscoped("below a unit that was found within the scope; figures of a day count by the tree of that day")
    private List<Part> listParts(DispatchId dispatch, Standing at, LocalDate day, Instant now) {
        return jdbc.sql(PLACED + """
            select left(p.path, :length) path, sum(f.addressed) addressed, sum(f.delivered) delivered,
                   sum(f.failed) failed, sum(f.signed) signed, sum(f.submitted) submitted, sum(f.returned) returned,
                   sum(f.approved) approved, sum(f.merged) merged, sum(f.closed) closed,
                   sum(f.withdrawn) withdrawn,
                   coalesce(sum(f.due_at >= :now and f.state in ('ADDRESSED', 'SIGNED', 'BROKEN_DOWN', 'WORKING', 'RETURNED')), 0) spared
              from placed p join fact f on f.dispatch = :dispatch and f.unit = p.unit
             where p.path between :from and :to
             group by 1 order by 1\
            """)
                .param("dispatch", dispatch.value())
                .param("day", day)
                .param("now", ProgressQueries.utc(now))
                .param("length", at.path().length() + TreePath.SEGMENT)
                .param("from", at.path())
                .param("to", at.path() + "~")
                .query((row, number) ->
                        new Part(row.getString("path"), new Count(ProgressQueries.figures(row), row.getLong("spared"))))
                .list();
    }

    private List<ChildView> seen(List<Part> parts, Scope scope) {
        var ids = parts.stream().map(part -> TreePath.unit(part.path())).toList();
        var units = directory.named(ids).stream()
                .filter(scope::contains)
                .collect(Collectors.toMap(unit -> unit.id().value(), Function.identity()));
        var children = new ArrayList<ChildView>();
        for (var part : parts) {
            var unit = units.get(TreePath.unit(part.path()));
            if (unit != null)
                children.add(new ChildView(unit.id(), unit.name(), unit.tier(), part.path(), part.count()));
        }
        return children;
    }

    /** The addressed units below a place that are counted in a number and within the scope today, in the order of that day's tree. */
    List<UnitView> listUnits(
            DispatchId dispatch,
            Figure figure,
            Standing at,
            LocalDate day,
            Scope scope,
            Instant now,
            After after,
            int limit) {
        return jdbc.sql(PLACED + """
            select u.id, u.name, u.tier, p.path, f.assignment, f.state, f.due_at, f.delivery, f.reason
              from placed p join fact f on f.dispatch = :dispatch and f.unit = p.unit join unit u on u.id = f.unit
              join unit h on h.id = p.holder
             where p.path between :place and :end and h.path between :from and :to and (p.path > :after or p.path = :after and f.unit > :unit) and %s
             order by p.path, f.unit limit :limit\
            """.formatted(figure.condition()))
                .param("dispatch", dispatch.value())
                .param("day", day)
                .param("now", ProgressQueries.utc(now))
                .param("place", at.path())
                .param("end", at.path() + "~")
                .param("from", scope.from())
                .param("to", scope.to())
                .param("after", after.path())
                .param("unit", after.unit())
                .param("limit", limit)
                .query((row, number) -> UnitQueries.unit(row))
                .list();
    }
}
