package cn.dangjian.statistics.figure.proof;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.kept.Recount;
import cn.dangjian.statistics.figure.kept.Recount.Wrong;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holds what is kept against a recount. */
@Tag(name = "operation 运维")
@RestController
class CheckFiguresController {

    private static final int MOST = 50;

    private final Recount recount;
    private final Catalogue catalogue;
    private final Days days;

    CheckFiguresController(Recount recount, Catalogue catalogue, Days days) {
        this.recount = recount;
        this.catalogue = catalogue;
        this.days = days;
    }

    /**
     * Whether all sums are right.
     *
     * @param unplaced how many units have values and are not known here yet, so that these are in no sum
     * @param wrong measures of which something is wrong; normally none
     */
    record CheckResponse(Instant asOf, int measures, long unplaced, List<MeasureCheck> wrong) {}

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
                    + " administrator (核对)")
    @GetMapping("/v1/checks/figures")
    CheckResponse check(Administrator administrator) {
        var measures = catalogue.all();
        var wrong = measures.stream()
                .map(this::check)
                .filter(each -> !isRight(each))
                .toList();
        return new CheckResponse(days.now(), measures.size(), recount.unplaced(), wrong);
    }

    private MeasureCheck check(Measure measure) {
        var found = recount.check(measure, MOST);
        return new MeasureCheck(
                measure.code(),
                found.differences().stream().map(WrongResponse::of).toList(),
                found.excess().stream().map(WrongResponse::of).toList(),
                found.uneven().stream().map(WrongResponse::of).toList());
    }

    private static boolean isRight(MeasureCheck check) {
        return check.differences().isEmpty()
                && check.excess().isEmpty()
                && check.uneven().isEmpty();
    }
}
