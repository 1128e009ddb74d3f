package cn.dangjian.dues.total.view;

import static cn.dangjian.dues.total.view.TotalRefusal.UNIT_UNKNOWN;
import static cn.dangjian.dues.total.view.TotalRefusal.WRONG_MONTHS;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.total.sum.Sums;
import cn.dangjian.dues.total.view.Totals.Part;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of every tier; the parts add up to the whole. */
@Tag(name = "totals 汇总")
@RestController
class TotalController {

    private final Totals totals;

    TotalController(Totals totals) {
        this.totals = totals;
    }

    /**
     * @param payers how many members were billed, counted once a month
     * @param open what was billed of these months and is not collected; negative if more was collected
     * @param owed what was billed until the last of these months, whenever, and is not collected until then
     */
    record Figures(long payers, Yuan billed, Yuan collected, Yuan open, Yuan owed, Yuan passedOn, Yuan received) {

        static Figures of(Sums sums, long owed) {
            return new Figures(
                    sums.payers(),
                    new Yuan(sums.billed()),
                    new Yuan(sums.collected()),
                    new Yuan(sums.billed() - sums.collected()),
                    new Yuan(owed),
                    new Yuan(sums.passedOn()),
                    new Yuan(sums.received()));
        }
    }

    /** @param own whether these are the unit's own members, not those below it */
    record PartView(long unit, String name, boolean own, Figures figures) {}

    /** @param all at and below the unit: the sum of the parts */
    record TotalView(long unit, String name, YearMonth from, YearMonth to, Figures all, List<PartView> parts) {}

    @Operation(summary = "What was billed, collected and passed on at and below a unit, by child, in some months")
    @GetMapping("/v1/units/{id}/totals")
    TotalView totals(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        var until = to == null ? YearMonth.from(desk.today()) : to;
        var since = from == null ? until.withMonth(1) : from;
        WRONG_MONTHS.when(since.isAfter(until) || since.plusYears(5).isBefore(until));
        var parts = totals.of(unit, since.atDay(1), until.atDay(1), desk.scope());
        return new TotalView(
                id.value(),
                unit.name(),
                since,
                until,
                Figures.of(
                        parts.stream().map(Part::sums).reduce(Sums.NONE, Sums::plus),
                        parts.stream().mapToLong(Part::owed).sum()),
                parts.stream()
                        .map(part -> new PartView(
                                part.unit(),
                                part.name(),
                                part.unit() == id.value(),
                                Figures.of(part.sums(), part.owed())))
                        .toList());
    }
}
