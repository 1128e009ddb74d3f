package cn.dangjian.statistics.figure.view;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.caller.Self;
import cn.dangjian.statistics.figure.goal.Goal;
import cn.dangjian.statistics.figure.sheet.Moment.Source;
import cn.dangjian.statistics.figure.view.TodoQueries.Todo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What each tier sees first. */
@Tag(name = "figures 一套数")
@RestController
@RequestMapping("/v1/views")
class ViewController {

    private final Views views;

    ViewController(Views views) {
        this.views = views;
    }

    /**
     * The first screen of a unit.
     *
     * @param since the day on which changes of the day began
     * @param asOf up to which moment the figures are complete; null while a service that tells them was not heard at all
     * @param headlines figures of the tier
     * @param alerts what is not zero and should be
     * @param children in the order of the tree, never of their figures
     */
    record ViewResponse(
            UnitId unit,
            String name,
            Tier tier,
            YearMonth month,
            LocalDate since,
            @Nullable Instant asOf,
            List<Source> sources,
            List<HeadlineResponse> headlines,
            List<HeadlineResponse> alerts,
            List<ChildResponse> children,
            Todo tasks) {}

    /**
     * A figure of a first screen.
     *
     * @param before at the end of the month before, or in it
     * @param today by how much it has changed since the day began
     * @param share of the measure that the catalogue names; null if there is none
     * @param target what it should be; null if nobody has set that
     */
    record HeadlineResponse(
            String measure,
            String name,
            String countedIn,
            long value,
            long before,
            long today,
            @Nullable BigDecimal share,
            @Nullable Goal target,
            String why) {}

    /** @param figures headlines and alerts, by measure */
    record ChildResponse(UnitId unit, String name, Tier tier, Map<String, Long> figures) {}

    @Operation(
            summary = "The first screen of the caller's unit: headlines, alerts, children, what is to be done (各级视图)",
            description = "The same measure has the same value as in /v1/figures. Nothing is ranked.")
    @GetMapping("/me")
    ViewResponse view(Desk desk) {
        return views.of(desk);
    }

    /** A member without a post: where he finds what is his. Nothing of anybody else is counted for him here. */
    record MemberViewResponse(List<OwnPage> pages) {}

    record OwnPage(String name, String link) {}

    @Operation(summary = "The first screen of a member for himself: where he finds what is his (党员本人视图)")
    @GetMapping("/self")
    MemberViewResponse self(Self self) {
        return new MemberViewResponse(Views.PAGES);
    }
}
