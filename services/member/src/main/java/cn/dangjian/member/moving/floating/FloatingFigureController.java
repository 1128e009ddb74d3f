package cn.dangjian.member.moving.floating;

import static cn.dangjian.member.moving.floating.FloatingRefusal.UNIT_UNKNOWN;

import cn.dangjian.member.moving.floating.FloatingFigureQueries.Cell;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How many are away, and how well they are looked after. */
@Tag(name = "floatings 流动党员")
@RestController
class FloatingFigureController {

    private final FloatingFigureQueries queries;

    FloatingFigureController(FloatingFigureQueries queries) {
        this.queries = queries;
    }

    /**
     * Of those who stay elsewhere, or here.
     *
     * @param complete of whom all five are clear (五清)
     * @param overdue whom nobody has spoken to in time
     */
    record Figures(int people, int complete, int overdue) {

        private static Figures of(List<Cell> cells) {
            return new Figures(
                    cells.stream().mapToInt(Cell::people).sum(),
                    cells.stream().mapToInt(Cell::complete).sum(),
                    cells.stream().mapToInt(Cell::overdue).sum());
        }
    }

    /**
     * @param out who belongs here and stays elsewhere
     * @param in who stays here and belongs elsewhere
     */
    record Part(UnitId unit, String name, Figures out, Figures in) {}

    record FloatingFigures(Part whole, List<Part> parts) {}

    @Operation(summary = "How many are away from a unit or stay at it, by child; how clear they are; who is late")
    @GetMapping("/v1/units/{id}/floating-figures")
    FloatingFigures figures(@PathVariable UnitId id, Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        var scope = desk.scope().below(unit);
        var out = queries.out(unit, desk.today(), scope);
        var in = queries.in(unit, desk.today(), scope);
        var parts = queries.children(unit, scope).stream()
                .map(child -> new Part(child.id(), child.name(), at(child.path(), out), at(child.path(), in)))
                .filter(part -> !part.unit().equals(id)
                        || part.out().people() + part.in().people() > 0)
                .toList();
        return new FloatingFigures(new Part(id, unit.name(), Figures.of(out), Figures.of(in)), parts);
    }

    private static Figures at(String path, List<Cell> cells) {
        return Figures.of(
                cells.stream().filter(cell -> cell.path().equals(path)).toList());
    }
}
