package cn.dangjian.assessment.result.ladder;

import cn.dangjian.assessment.result.ladder.Ladder.Rung;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.book.Rules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be decided, from the mildest on. */
@Tag(name = "consequences 结果运用")
@RestController
class LadderController {

    private final Ladder ladder;
    private final Rulebook rulebook;

    LadderController(Ladder ladder, Rulebook rulebook) {
        this.ladder = ladder;
        this.rulebook = rulebook;
    }

    /**
     * A step of the ladder as it holds for the caller's unit today.
     *
     * @param triggers the grounds that may lead to it
     * @param approver the lowest tier that decides it
     * @param talk whether it is held as a talk, of which a record is kept
     * @param days in which it is carried out; null where nobody has set a number
     * @param appealDays in which it may be contested
     */
    record RungView(
            Measure measure,
            String name,
            List<String> triggers,
            Tier approver,
            boolean talk,
            @Nullable BigDecimal days,
            int appealDays,
            String appealSource,
            String source,
            String certainty) {}

    @Operation(
            summary = "What can be decided, from the mildest on: what leads to it, who decides it, until when (问责阶梯)")
    @GetMapping("/v1/ladder")
    List<RungView> ladder(Desk desk) {
        var rules = rulebook.on(desk.today());
        return ladder.list().stream()
                .map(rung -> view(rung, rules, desk.unit().path()))
                .toList();
    }

    private RungView view(Rung rung, Rules rules, String path) {
        var appeal = ladder.appeal(rung.measure(), rules, path);
        return new RungView(
                rung.measure(),
                rung.name(),
                rung.triggers().stream().sorted().toList(),
                rung.approver(),
                rung.talk(),
                rules.find(rung.measure().days(), path).orElse(null),
                appeal.days(),
                appeal.source(),
                rung.source(),
                rung.certainty());
    }
}
