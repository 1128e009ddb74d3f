package cn.dangjian.statistics.figure.trend;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.sheet.Asked;
import cn.dangjian.statistics.figure.sheet.Moment;
import cn.dangjian.statistics.figure.trend.Trend.Course;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
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
    private final Moment moment;

    TrendController(Trend trend, Catalogue catalogue, Moment moment) {
        this.trend = trend;
        this.catalogue = catalogue;
        this.moment = moment;
    }

    /**
     * Figures month by month.
     *
     * @param provisional whether the last month is not over
     * @param asOf up to which moment they are complete; null while a service that tells them was not heard at all
     */
    record TrendResponse(
            UnitId unit,
            String name,
            boolean provisional,
            @Nullable Instant asOf,
            List<Course> figures) {}

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
        var heard = moment.of(asked.measures());
        return new TrendResponse(asked.unit().id(), asked.unit().name(), asked.open(), heard.asOf(), trend.of(asked));
    }
}
