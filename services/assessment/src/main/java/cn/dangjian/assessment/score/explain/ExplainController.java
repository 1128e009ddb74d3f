package cn.dangjian.assessment.score.explain;

import static cn.dangjian.assessment.score.explain.ScoreRefusal.DAY_TO_COME;
import static cn.dangjian.assessment.score.explain.ScoreRefusal.UNIT_UNKNOWN;

import cn.dangjian.assessment.score.explain.Imagine.ImagineRequest;
import cn.dangjian.assessment.score.explain.Imagine.Imagined;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a unit has the points that it has. */
@Tag(name = "scores 考核得分")
@RestController
class ExplainController {

    private final Explain explain;
    private final Imagine imagine;

    ExplainController(Explain explain, Imagine imagine) {
        this.explain = explain;
        this.imagine = imagine;
    }

    @Operation(
            summary = "Why a unit has the points that it has on a day (为什么是这个分)",
            description =
                    "By which version of which scheme, from which facts, by which formula with the numbers in it, what"
                            + " would bring points back, and how to contest it. Without a day: today.")
    @GetMapping("/v1/units/{id}/explanation")
    Explanation explanation(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable LocalDate day,
            Desk desk,
            Locale locale) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        DAY_TO_COME.when(day != null && day.isAfter(desk.today()));
        return explain.of(unit, day == null ? desk.today() : day, locale);
    }

    @Operation(summary = "What a unit would have if its facts were others (试算)", description = "Nothing is stored.")
    @PostMapping("/v1/units/{id}/imagined-scores")
    Imagined imagine(@PathVariable UnitId id, @Valid @RequestBody ImagineRequest request, Desk desk, Locale locale) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        return imagine.of(unit.id().value(), request, desk.today(), locale);
    }
}
