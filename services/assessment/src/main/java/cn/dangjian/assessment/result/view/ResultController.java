package cn.dangjian.assessment.result.view;

import static cn.dangjian.assessment.result.view.ResultRefusal.UNIT_UNKNOWN;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.result.view.ResultQueries.Row;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What units have. */
@Tag(name = "results 考核结果")
@RestController
class ResultController {

    private static final String LEAST = "assessment.peers.least";

    private final ResultQueries queries;
    private final Rulebook rulebook;

    ResultController(ResultQueries queries, Rulebook rulebook) {
        this.queries = queries;
        this.rulebook = rulebook;
    }

    /**
     * What a unit has in a part of the year.
     *
     * @param from its first day: the year's, or that on which the unit came to where this scheme holds
     * @param asOf the day up to which facts were counted when something changed last
     * @param total null while nothing applies
     * @param corrected what upheld appeals make of a frozen sum, which stays as it is; null if there is none
     * @param applicable how much of the hundred applies
     * @param median of those who are scored by the same scheme; null where they are too few
     */
    record ResultView(
            long unit,
            String name,
            boolean own,
            LocalDate from,
            LocalDate asOf,
            long scheme,
            String title,
            @Nullable Points total,
            @Nullable Points corrected,
            Points applicable,
            Points additions,
            boolean frozen,
            @Nullable Points median) {}

    record ResultsView(long unit, String name, int year, List<ResultView> results) {}

    @Operation(
            summary = "What a unit and its children have in a year, in the order of the tree (考核结果)",
            description = "Never in the order of points: a ranking is made once a year, of what is frozen.")
    @GetMapping("/v1/units/{id}/results")
    ResultsView results(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable @Min(1000) @Max(2999) Integer year,
            Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        int asked = year == null ? desk.today().getYear() : year;
        int least = rulebook.on(desk.today()).number(LEAST, unit.path());
        return new ResultsView(
                unit.id().value(),
                unit.name(),
                asked,
                queries.list(unit, asked, desk.scope()).stream()
                        .map(row -> view(row, row.unit() == unit.id().value(), least))
                        .toList());
    }

    private static ResultView view(Row row, boolean own, int least) {
        boolean isShown = row.median() != null && Objects.requireNonNull(row.peers()) >= least;
        return new ResultView(
                row.unit(),
                row.name(),
                own,
                row.partOn(),
                row.asOf(),
                row.scheme(),
                row.title(),
                points(row.total()),
                points(row.corrected()),
                new Points(row.applicable()),
                new Points(row.additions()),
                row.frozen(),
                isShown ? points(row.median()) : null);
    }

    private static @Nullable Points points(@Nullable Integer hundredths) {
        return hundredths == null ? null : new Points(hundredths);
    }
}
