package cn.dangjian.statistics.figure.proof;

import static java.util.stream.Collectors.groupingBy;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.kept.Recount;
import cn.dangjian.statistics.figure.kept.Recount.Finding;
import cn.dangjian.statistics.figure.kept.Recount.Wrong;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Holds what is kept against a recount. */
@Tag(name = "operation 运维")
@RestController
class CheckFiguresController {

    private static final int MOST = 50;

    private final Recount recount;
    private final Catalogue catalogue;
    private final Walk walk;
    private final Days days;

    CheckFiguresController(Recount recount, Catalogue catalogue, Walk walk, Days days) {
        this.recount = recount;
        this.catalogue = catalogue;
        this.walk = walk;
        this.days = days;
    }

    /**
     * Whether sums are right, as far as a request has time to look.
     *
     * @param unplaced how many units have values and are not known here yet, so that these are in no sum; null unless nothing
     *     is left to look at
     * @param wrong measures of which something is wrong; normally none
     * @param next from where to go on, if there was no time for all; null if nothing is left
     */
    record CheckResponse(
            Instant asOf,
            int measures,
            @Nullable Long unplaced,
            List<MeasureCheck> wrong,
            @Nullable String next) {}

    /**
     * What is wrong of a measure; of each at most 50.
     *
     * @param differences sums that a recount does not find, and what is to be added to them
     * @param excess totals that are not the sum of their parts, and by how much they are more
     * @param uneven wholes that are not the sum of what they can be taken apart in, and by how much they are more
     */
    record MeasureCheck(
            String measure, List<WrongResponse> differences, List<WrongResponse> excess, List<WrongResponse> uneven) {}

    record WrongResponse(String path, String slot, LocalDate month, long value) {

        static WrongResponse of(Wrong wrong) {
            return new WrongResponse(wrong.path(), wrong.slot(), wrong.month(), wrong.value());
        }
    }

    @Operation(
            summary = "Whether every sum is what a recount finds, and every total the sum of its parts; for the"
                    + " administrator (核对)",
            description = "In the order of the tree, as far as a request has time for: it answers from where to go on.")
    @GetMapping("/v1/checks/figures")
    CheckResponse check(@RequestParam @Nullable String after, Administrator administrator) {
        var measures = catalogue.all();
        var found = new ArrayList<Finding>();
        var next = walk.go(after, stretch -> found.add(recount.check(stretch, measures)));
        var differences = byMeasure(found, Finding::differences);
        var excess = byMeasure(found, Finding::excess);
        var uneven = byMeasure(found, Finding::uneven);
        var wrong = measures.stream()
                .map(Measure::code)
                .map(code -> new MeasureCheck(code, some(differences, code), some(excess, code), some(uneven, code)))
                .filter(check -> !isRight(check))
                .toList();
        return new CheckResponse(days.now(), measures.size(), next == null ? recount.unplaced() : null, wrong, next);
    }

    private static Map<String, List<Wrong>> byMeasure(List<Finding> found, Function<Finding, List<Wrong>> what) {
        return found.stream().flatMap(one -> what.apply(one).stream()).collect(groupingBy(Wrong::measure));
    }

    private static List<WrongResponse> some(Map<String, List<Wrong>> wrong, String measure) {
        return wrong.getOrDefault(measure, List.of()).stream()
                .limit(MOST)
                .map(WrongResponse::of)
                .toList();
    }

    private static boolean isRight(MeasureCheck check) {
        return check.differences().isEmpty()
                && check.excess().isEmpty()
                && check.uneven().isEmpty();
    }
}
