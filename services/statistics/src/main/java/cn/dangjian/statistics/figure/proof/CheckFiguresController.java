package cn.dangjian.statistics.figure.proof;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.kept.Recount;
import cn.dangjian.statistics.figure.kept.Recount.Wrong;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
     * @param excess sums that are not what they are made of, and by how much they are more
     * @param uneven wholes that are not the sum of what they can be taken apart in, and by how much they are more
     */
    record MeasureCheck(String measure, List<WrongResponse> excess, List<WrongResponse> uneven) {

        MeasureCheck(String measure) {
            this(measure, new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * A sum of all at and below a unit.
     *
     * @param parent what the unit stood below; 0 for a province
     */
    record WrongResponse(long unit, long parent, String slot, LocalDate month, long value) {

        static WrongResponse of(Wrong wrong) {
            return new WrongResponse(wrong.unit(), wrong.parent(), wrong.slot(), wrong.month(), wrong.value());
        }
    }

    @Operation(
            summary =
                    "Whether every total is the sum of its parts and of what its unit has, down to the branch, so that"
                            + " every sum is right; for the administrator (核对)",
            description =
                    "From the end of the tree on, as far as a request has time for: it answers from where to go on.")
    @GetMapping("/v1/checks/figures")
    CheckResponse check(@RequestParam @Nullable String after, Administrator administrator) {
        var measures = catalogue.all();
        var wrong = new TreeMap<String, MeasureCheck>();
        var next = walk.go("check", after, stretch -> {
            var found = recount.check(stretch, measures);
            found.excess().forEach(one -> add(one, of(one, wrong).excess()));
            found.uneven().forEach(one -> add(one, of(one, wrong).uneven()));
        });
        return new CheckResponse(
                days.now(),
                measures.size(),
                next == null ? recount.unplaced() : null,
                List.copyOf(wrong.values()),
                next);
    }

    private static MeasureCheck of(Wrong one, Map<String, MeasureCheck> wrong) {
        return wrong.computeIfAbsent(one.measure(), MeasureCheck::new);
    }

    private static void add(Wrong one, List<WrongResponse> shown) {
        if (shown.size() < MOST) shown.add(WrongResponse.of(one));
    }
}
