package cn.dangjian.assessment.fact.measure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What schemes can measure. */
@Tag(name = "measures 指标口径")
@RestController
class MeasureController {

    private final MeasureTable measures;

    MeasureController(MeasureTable measures) {
        this.measures = measures;
    }

    record MeasuresView(List<Measure> measures) {}

    @Operation(summary = "What can be measured, with definition, source and period (指标口径目录)")
    @GetMapping("/v1/measures")
    MeasuresView measures() {
        return new MeasuresView(measures.list());
    }
}
