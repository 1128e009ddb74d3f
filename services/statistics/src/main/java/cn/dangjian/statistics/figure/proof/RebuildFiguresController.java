package cn.dangjian.statistics.figure.proof;

import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.kept.Recount;
import cn.dangjian.statistics.figure.sheet.FigureRefusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Adds sums up again. */
@Tag(name = "operation 运维")
@RestController
class RebuildFiguresController {

    /** Well below what the gateway waits for an answer. */
    private static final Duration TIME = Duration.ofSeconds(2);

    private final Recount recount;
    private final Catalogue catalogue;

    RebuildFiguresController(Recount recount, Catalogue catalogue) {
        this.recount = recount;
        this.catalogue = catalogue;
    }

    /**
     * @param measure this one; all, if none is named
     * @param after of all, those behind this one: what the answer before gave as its next
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
            description = "One measure after the other, while events are heard and figures are read: who reads sees a"
                + " measure as it was, then as it is. Once more changes nothing. Of all it takes as many as a request"
                + " has time for, and answers behind which one to go on.")
    @PostMapping("/v1/rebuilds/figures")
    RebuildFiguresResponse rebuild(@Valid @RequestBody RebuildFiguresRequest request, Administrator administrator) {
        if (request.measure() != null)
            return new RebuildFiguresResponse(recount.correct(find(request.measure())), null);
        var all = catalogue.all();
        int from = request.after() == null ? 0 : all.indexOf(find(request.after())) + 1;
        return rebuild(all.subList(from, all.size()));
    }

    private Measure find(String code) {
        return catalogue.find(code).orElseThrow(() -> FigureRefusal.UNKNOWN_MEASURE.with(code));
    }

    /** One at least, so that whoever goes on comes to an end. */
    private RebuildFiguresResponse rebuild(List<Measure> measures) {
        long end = System.nanoTime() + TIME.toNanos();
        long corrected = 0;
        for (var measure : measures) {
            corrected += recount.correct(measure);
            if (System.nanoTime() - end > 0 && !measure.equals(measures.getLast()))
                return new RebuildFiguresResponse(corrected, measure.code());
        }
        return new RebuildFiguresResponse(corrected, null);
    }
}
