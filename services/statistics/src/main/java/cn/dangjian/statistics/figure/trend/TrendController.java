package cn.dangjian.statistics.figure.trend;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.show.Asked;
import cn.dangjian.statistics.figure.trend.Trend.Course;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How figures have gone. */
@Tag(name = "figures 一套数")
@RestController
class TrendController {

    private final Trend trend;
    private final Catalogue catalogue;

    TrendController(Trend trend, Catalogue catalogue) {
        this.trend = trend;
        this.catalogue = catalogue;
    }

    /** @param provisional whether the last month is not over */
    record TrendResponse(UnitId unit, String name, boolean provisional, List<Course> figures) {}

    @Operation(
            summary = "Measures at a unit in each of thirteen months up to one (走势)",
            description = "Each month as /v1/figures has it.")
    @GetMapping("/v1/figures/months")
    TrendResponse months(
            @RequestParam List<String> measure,
            @RequestParam @Nullable UnitId unit,
            @RequestParam @Nullable YearMonth month,
            Desk desk) {
        var asked = Asked.of(desk, catalogue, unit, measure, month, null);
        return new TrendResponse(asked.unit().id(), asked.unit().name(), asked.open(), trend.of(asked));
    }
}
