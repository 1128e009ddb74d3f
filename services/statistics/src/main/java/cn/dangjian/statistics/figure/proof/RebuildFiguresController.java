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

    RebuildFiguresController(Recount recount, Catalogue catalogue) {
        this.recount = recount;
        this.catalogue = catalogue;
    }

    /** @param measure all, if none is named */
    record RebuildFiguresRequest(@Nullable String measure) {}

    /** @param corrected how many sums were wrong; normally none */
    record RebuildFiguresResponse(long corrected) {}

    @Operation(
            summary = "Add up all sums of a measure again, or of all; for the administrator",
            description = "One measure after the other, while events are heard and figures are read: who reads sees a"
                    + " measure as it was, then as it is. Once more changes nothing.")
    @PostMapping("/v1/rebuilds/figures")
    RebuildFiguresResponse rebuild(@Valid @RequestBody RebuildFiguresRequest request, Administrator administrator) {
        String code = request.measure();
        List<Measure> measures = code == null
                ? catalogue.all()
                : List.of(catalogue.find(code).orElseThrow(() -> FigureRefusal.UNKNOWN_MEASURE.with(code)));
        return new RebuildFiguresResponse(
                measures.stream().mapToLong(recount::correct).sum());
    }
}
