package cn.dangjian.member.telling.kept;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Collection;
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

    private final Counts counts;

    CountController(Counts counts) {
        this.counts = counts;
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
        var below = counts.on(day, desk.today(), unit, desk.scope().below(unit));
        var parts = below.children().stream()
                .map(child -> figures(child.id(), child.name(), List.of(below.of(child.path()))))
                .filter(figures ->
                        !figures.unit().equals(id) || !figures.statuses().isEmpty())
                .toList();
        return new CountsResponse(
                id, day, figures(id, unit.name(), below.heads().values()), parts);
    }

    private static Figures figures(UnitId unit, String name, Collection<Map<Sort, Heads>> heads) {
        var statuses = new EnumMap<Status, Integer>(Status.class);
        var classes = new EnumMap<MemberClass, Integer>(MemberClass.class);
        int members = 0;
        int lost = 0;
        for (var some : heads) {
            for (var entry : some.entrySet()) {
                var sort = entry.getKey();
                int people = entry.getValue().people();
                statuses.merge(sort.status(), people, Integer::sum);
                if (!sort.status().isMember()) continue;
                members += people;
                lost += entry.getValue().lost();
                if (sort.memberClass() != null) classes.merge(sort.memberClass(), people, Integer::sum);
            }
        }
        return new Figures(unit, name, members, lost, statuses, classes);
    }
}
