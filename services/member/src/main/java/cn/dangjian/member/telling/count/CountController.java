package cn.dangjian.member.telling.count;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.member.telling.count.CountQueries.Cell;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many members a unit has, today and on any day. */
@Tag(name = "counts 党员数")
@RestController
class CountController {

    private final CountQueries queries;

    CountController(CountQueries queries) {
        this.queries = queries;
    }

    /**
     * Numbers of a part of the tree.
     *
     * @param members full and probationary ones
     * @param lost how many of them nobody knows where to find
     * @param statuses everybody who is not out
     * @param classes members only
     */
    record Figures(
            UnitId unit,
            String name,
            int members,
            int lost,
            Map<Status, Integer> statuses,
            Map<MemberClass, Integer> classes) {}

    /** @param parts of the children, and of the unit itself where people belong to it; they add up to the whole */
    record CountsResponse(UnitId unit, LocalDate on, Figures whole, List<Figures> parts) {}

    @Operation(
            summary = "How many belong to a unit and below it, by child, status and class, on a day",
            description = "Today, if no day is named. People are counted where they belonged on that day; units stand"
                    + " where they are in the tree of today.")
    @GetMapping("/v1/units/{id}/counts")
    CountsResponse counts(@PathVariable UnitId id, @RequestParam(required = false) @Nullable LocalDate on, Desk desk) {
        var unit = desk.known(id).orElseThrow(CountRefusal.UNKNOWN);
        var day = on == null ? desk.today() : on;
        CountRefusal.DAY_AHEAD.when(day.isAfter(desk.today()));
        var scope = desk.scope().below(unit);
        var cells = queries.cells(unit, day, scope);
        var parts = queries.children(unit, scope).stream()
                .map(child -> figures(child.id(), child.name(), of(child.path(), cells)))
                .filter(figures ->
                        !figures.unit().equals(id) || !figures.statuses().isEmpty())
                .toList();
        return new CountsResponse(id, day, figures(id, unit.name(), cells), parts);
    }

    private static List<Cell> of(String path, List<Cell> cells) {
        return cells.stream().filter(cell -> cell.path().equals(path)).toList();
    }

    private static Figures figures(UnitId unit, String name, List<Cell> cells) {
        var statuses = new EnumMap<Status, Integer>(Status.class);
        var classes = new EnumMap<MemberClass, Integer>(MemberClass.class);
        int members = 0;
        int lost = 0;
        for (var cell : cells) {
            statuses.merge(cell.status(), cell.people(), Integer::sum);
            if (!cell.status().isMember()) continue;
            members += cell.people();
            lost += cell.lost();
            if (cell.memberClass() != null) classes.merge(cell.memberClass(), cell.people(), Integer::sum);
        }
        return new Figures(unit, name, members, lost, statuses, classes);
    }
}
