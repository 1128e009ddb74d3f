package cn.dangjian.statistics.progress;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.statistics.dispatch.DispatchId;
import cn.dangjian.statistics.place.DayTable;
import cn.dangjian.statistics.place.DayTable.Standing;
import cn.dangjian.statistics.place.TreePath;
import cn.dangjian.statistics.progress.Perspective.After;
import cn.dangjian.statistics.progress.ProgressQueries.ChildView;
import cn.dangjian.statistics.progress.ProgressQueries.ProgressView;
import cn.dangjian.statistics.progress.ProgressQueries.UnitView;
import cn.dangjian.statistics.tally.Figures;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    private record Part(String path, Figures figures) {}

    /** @param at a unit that the caller may see, where it stood on the day */
    @Unscoped("the unit was found within the scope; figures of a day count by the tree of that day")
    ProgressView getProgress(DispatchId dispatch, Standing at, LocalDate day, @Nullable String after, int limit) {
        var parts = jdbc.sql(PLACED + """
            select left(p.path, :length) path, sum(f.addressed) addressed, sum(f.delivered) delivered,
                   sum(f.failed) failed, sum(f.signed) signed, sum(f.submitted) submitted, sum(f.returned) returned,
                   sum(f.approved) approved
              from placed p join fact f on f.dispatch = :dispatch and f.unit = p.unit
             where p.path between :from and :to
             group by 1 order by 1\
            """)
                .param("dispatch", dispatch.value())
                .param("day", day)
                .param("length", at.path().length() + TreePath.SEGMENT)
                .param("from", at.path())
                .param("to", at.path() + "~")
                .query((row, number) -> new Part(row.getString("path"), ProgressQueries.figures(row)))
                .list();
        var own = parts.stream().filter(part -> part.path().equals(at.path())).findFirst();
        var children =
                parts.stream().filter(part -> !part.path().equals(at.path())).toList();
        var page = children.stream()
                .filter(part -> after == null || part.path().compareTo(after) > 0)
                .limit(limit)
                .toList();
        return new ProgressView(
                own.map(Part::figures).orElse(Figures.NONE),
                children.stream().map(Part::figures).reduce(Figures.NONE, Figures::plus),
                views(page));
    }

    private List<ChildView> views(List<Part> parts) {
        Map<UnitId, Unit> units =
                directory
                        .named(parts.stream()
                                .map(part -> TreePath.unit(part.path()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Unit::id, Function.identity()));
        return parts.stream()
                .map(part -> {
                    var id = new UnitId(TreePath.unit(part.path()));
                    var unit = units.get(id);
                    return new ChildView(
                            id,
                            unit == null ? "" : unit.name(),
                            unit == null ? Tier.BRANCH : unit.tier(),
                            part.path(),
                            part.figures());
                })
                .toList();
    }

    /** The addressed units below a place that are counted in a number and within the scope today, in the order of that day's tree. */
    List<UnitView> listUnits(
            DispatchId dispatch, Figure figure, Standing at, LocalDate day, Scope scope, After after, int limit) {
        return jdbc.sql(PLACED + """
            select u.id, u.name, u.tier, p.path, f.assignment, f.state, f.delivery, f.reason
              from placed p join fact f on f.dispatch = :dispatch and f.unit = p.unit join unit u on u.id = f.unit
              join unit h on h.id = p.holder
             where p.path between :place and :end and h.path between :from and :to and (p.path > :after or p.path = :after and f.unit > :unit) and %s
             order by p.path, f.unit limit :limit\
            """.formatted(figure.condition()))
                .param("dispatch", dispatch.value())
                .param("day", day)
                .param("place", at.path())
                .param("end", at.path() + "~")
                .param("from", scope.from())
                .param("to", scope.to())
                .param("after", after.path())
                .param("unit", after.unit())
                .param("limit", limit)
                .query((row, number) -> ProgressQueries.unit(row))
                .list();
    }
}
