package cn.dangjian.assessment.result.bar;

import cn.dangjian.assessment.result.bar.BarQueries.Decided;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may not be proposed for awards. */
@Tag(name = "consequences 结果运用")
@RestController
class BarController {

    private static final String YEARS = "assessment.consequence.no-awards.years";

    private final BarQueries queries;
    private final Rulebook rulebook;

    BarController(BarQueries queries, Rulebook rulebook) {
        this.queries = queries;
        this.rulebook = rulebook;
    }

    /**
     * A unit that may not be proposed.
     *
     * @param owner who has decided
     * @param year of which the grades were
     * @param ground why
     * @param source the rule that has asked
     * @param document by which it was decided
     * @param until the last day; null while nobody has set how long it holds
     * @param contested whether an appeal against it is open: until that is decided it holds
     */
    record BarView(
            long consequence,
            long unit,
            String unitName,
            long owner,
            String ownerName,
            int year,
            String ground,
            String source,
            String document,
            LocalDate decidedOn,
            @Nullable LocalDate until,
            boolean contested) {}

    record BarsView(LocalDate day, List<BarView> bars) {}

    @Operation(
            summary = "Who may not be proposed for awards on a day, why, until when, by which document (取消评先评优名单)",
            description =
                    "Of what the unit and those below it have decided, in the order of the tree. Without a day: today.")
    @GetMapping("/v1/award-bars")
    BarsView bars(@RequestParam(required = false) @Nullable LocalDate day, Desk desk) {
        var asked = day == null ? desk.today() : day;
        return new BarsView(
                asked,
                queries.list(asked, desk.scope()).stream()
                        .flatMap(one -> bar(one, asked))
                        .toList());
    }

    private Stream<BarView> bar(Decided one, LocalDate day) {
        var until = until(one);
        if (until.isPresent() && until.get().isBefore(day)) return Stream.empty();
        return Stream.of(new BarView(
                one.consequence(),
                one.unit(),
                one.unitName(),
                one.owner(),
                one.ownerName(),
                one.year(),
                one.ground(),
                one.source(),
                one.document(),
                one.decidedOn(),
                until.orElse(null),
                one.contested()));
    }

    /** As the rule was when it was decided. */
    private Optional<LocalDate> until(Decided one) {
        return rulebook.on(one.decidedOn())
                .find(YEARS, one.ownerPath())
                .map(years -> LocalDate.of(one.decidedOn().getYear() + years.intValueExact() - 1, 12, 31));
    }
}
