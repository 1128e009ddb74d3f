package cn.dangjian.statistics.figure.proof;

import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.kept.Recount;
import cn.dangjian.statistics.figure.sheet.FigureRefusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Adds sums up again. */
@Tag(name = "operation 运维")
@RestController
class RebuildFiguresController {

    private final Recount recount;
    private final Catalogue catalogue;
    private final Walk walk;

    RebuildFiguresController(Recount recount, Catalogue catalogue, Walk walk) {
        this.recount = recount;
        this.catalogue = catalogue;
        this.walk = walk;
    }

    /**
     * @param measure this one; all, if none is named
     * @param after goes on from there: what the answer before gave as its next
     */
    record RebuildFiguresRequest(
            @Nullable String measure, @Nullable String after) {}

    /**
     * @param corrected how many sums were wrong; normally none
     * @param next where to go on, if there was no time for all; null if nothing is left
     */
    record RebuildFiguresResponse(long corrected, @Nullable String next) {}

    @Operation(
            summary = "Add up all sums of a measure again, or of all; for the administrator",
            description =
                    "A stretch of the tree after the other, while events are heard and figures are read: who reads"
                            + " sees a sum as it was, then as it is. Once more changes nothing. It goes as far as a"
                            + " request has time for, and answers from where to go on.")
    @PostMapping("/v1/rebuilds/figures")
    RebuildFiguresResponse rebuild(@Valid @RequestBody RebuildFiguresRequest request, Administrator administrator) {
        var measures = request.measure() == null ? catalogue.all() : List.of(find(request.measure()));
        var corrected = new AtomicLong();
        var next = walk.go(
                request.measure() == null ? "rebuild" : request.measure(),
                request.after(),
                stretch -> corrected.addAndGet(recount.correct(stretch, measures)));
        return new RebuildFiguresResponse(corrected.get(), next);
    }

    private Measure find(String code) {
        return catalogue.find(code).orElseThrow(() -> FigureRefusal.UNKNOWN_MEASURE.with(code));
    }
}
