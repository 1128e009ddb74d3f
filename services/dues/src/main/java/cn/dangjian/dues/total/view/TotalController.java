package cn.dangjian.dues.total.view;

import static cn.dangjian.dues.total.view.TotalRefusal.UNIT_UNKNOWN;
import static cn.dangjian.dues.total.view.TotalRefusal.WRONG_MONTHS;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.total.view.TotalQueries.Part;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of every tier; the parts add up to the whole. */
@Tag(name = "totals 汇总")
@RestController
class TotalController {

    private final TotalQueries queries;

    TotalController(TotalQueries queries) {
        this.queries = queries;
    }

    /**
     * @param payers how many members were billed, counted once a month
     * @param open what was billed of these months and is not collected; negative if more was collected
     */
    record Figures(long payers, Yuan billed, Yuan collected, Yuan open, Yuan passedOn, Yuan received) {

        static Figures of(Part part) {
            return new Figures(
                    part.payers(),
                    new Yuan(part.billed()),
                    new Yuan(part.collected()),
                    new Yuan(part.billed() - part.collected()),
                    new Yuan(part.passedOn()),
                    new Yuan(part.received()));
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
        var scope = desk.scope().below(unit);
        var children = queries.children(unit, scope).stream()
                .collect(Collectors.toMap(TotalQueries.Child::path, Function.identity()));
        var parts = queries.parts(unit, since.atDay(1), until.atDay(1), scope);
        return new TotalView(
                unit.id().value(),
                unit.name(),
                since,
                until,
                Figures.of(sum(parts)),
                parts.stream()
                        .filter(part -> children.containsKey(part.path()))
                        .map(part -> {
                            var child = Objects.requireNonNull(children.get(part.path()));
                            return new PartView(
                                    child.id(),
                                    child.name(),
                                    child.id() == unit.id().value(),
                                    Figures.of(part));
                        })
                        .toList());
    }

    private static Part sum(List<Part> parts) {
        return new Part(
                "",
                sum(parts, Part::payers),
                sum(parts, Part::billed),
                sum(parts, Part::collected),
                sum(parts, Part::passedOn),
                sum(parts, Part::received));
    }

    private static long sum(List<Part> parts, ToLongFunction<Part> figure) {
        return parts.stream().mapToLong(figure).sum();
    }
}
