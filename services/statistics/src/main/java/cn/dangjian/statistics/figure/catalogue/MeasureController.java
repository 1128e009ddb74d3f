package cn.dangjian.statistics.figure.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is counted. */
@Tag(name = "figures 一套数")
@RestController
class MeasureController {

    private final Catalogue catalogue;

    MeasureController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    record MeasuresView(List<Measure> measures) {}

    @Operation(summary = "What is counted: name, definition, source, unit and article of each measure (指标目录)")
    @GetMapping("/v1/measures")
    MeasuresView measures() {
        return new MeasuresView(catalogue.all());
    }
}
