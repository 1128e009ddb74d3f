package cn.dangjian.assessment.appraise.grade;

import static cn.dangjian.assessment.appraise.grade.LevelRefusal.UNIT_UNKNOWN;
import static cn.dangjian.assessment.appraise.grade.LevelRefusal.UNKNOWN;

import cn.dangjian.assessment.appraise.campaign.Campaign;
import cn.dangjian.assessment.appraise.campaign.Campaign.State;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.campaign.ObjectSet;
import cn.dangjian.assessment.appraise.campaign.Viewer;
import cn.dangjian.assessment.appraise.grade.BookPoints.PointsRequest;
import cn.dangjian.assessment.appraise.grade.LevelRepository.Graded;
import cn.dangjian.assessment.appraise.grade.LevelRepository.Past;
import cn.dangjian.assessment.appraise.grade.ProposeLevels.LevelsRequest;
import cn.dangjian.assessment.points.Points;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What objects are graded. */
@Tag(name = "appraisal grades 综合等次")
@RestController
class LevelController {

    private final ProposeLevels proposeLevels;
    private final FileLevels fileLevels;
    private final BookPoints bookPoints;
    private final LevelRepository levels;
    private final CampaignTable campaigns;

    LevelController(
            ProposeLevels proposeLevels,
            FileLevels fileLevels,
            BookPoints bookPoints,
            LevelRepository levels,
            CampaignTable campaigns) {
        this.proposeLevels = proposeLevels;
        this.fileLevels = fileLevels;
        this.bookPoints = bookPoints;
        this.levels = levels;
        this.campaigns = campaigns;
    }

    record DocumentRequest(
            @NotBlank @Size(max = 100) @Stripped String document) {}

    record ReasonRequest(
            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String reason) {}

    /**
     * What an object is graded.
     *
     * @param composite null if it has none
     * @param reason why it is better than one with more, or graded without a composite; null if it is not
     */
    record LevelView(
            long id,
            long unit,
            String name,
            Level grade,
            @Nullable Points composite,
            @Nullable String reason) {

        static LevelView of(Graded graded) {
            return new LevelView(
                    graded.id(),
                    graded.unit(),
                    graded.name(),
                    graded.grade(),
                    points(graded.composite()),
                    graded.reason());
        }
    }

    /** @param grades of all objects; for an object its own, when it is on file */
    record LevelsView(long appraisal, State state, List<LevelView> grades, long version) implements Versioned {}

    record PastLevelView(
            long appraisal,
            long owner,
            String ownerName,
            int year,
            ObjectSet objects,
            Level grade,
            @Nullable Points composite,
            @Nullable String reason) {

        static PastLevelView of(Past past) {
            return new PastLevelView(
                    past.appraisal(),
                    past.owner(),
                    past.ownerName(),
                    past.year(),
                    past.objects(),
                    past.grade(),
                    points(past.composite()),
                    past.reason());
        }
    }

    record PastLevelsView(long unit, String name, List<PastLevelView> grades) {}

    /** @param left objects without a composite, or left out: their points stay open */
    record BookedView(long appraisal, String indicator, int units, List<LevelView> left) {}

    @Operation(
            summary = "Propose what each object is graded (提出等次)",
            description = "A better grade than an object with more has needs a reason. Another person confirms.")
    @Idempotent
    @PostMapping("/v1/appraisals/{id}/grades")
    ResponseEntity<LevelsView> propose(
            @PathVariable long id, Seen seen, @Valid @RequestBody LevelsRequest request, Desk desk) {
        return Reply.ok(view(proposeLevels.propose(id, request, seen, desk), desk));
    }

    @Operation(summary = "Confirm what was proposed, by another person (确认等次)")
    @Idempotent
    @PostMapping("/v1/appraisals/{id}/confirmation")
    ResponseEntity<LevelsView> confirm(
            @PathVariable long id, Seen seen, @Valid @RequestBody DocumentRequest request, Desk desk) {
        return Reply.ok(view(fileLevels.confirm(id, request.document(), seen, desk), desk));
    }

    @Operation(summary = "Do not confirm it, with the reason: it is proposed again (不予确认)")
    @Idempotent
    @PostMapping("/v1/appraisals/{id}/refusal")
    ResponseEntity<LevelsView> refuse(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReasonRequest request, Desk desk) {
        return Reply.ok(view(fileLevels.refuse(id, request.reason(), seen, desk), desk));
    }

    @Operation(summary = "Put it on file, one tier up (备案)")
    @Idempotent
    @PostMapping("/v1/appraisals/{id}/filing")
    ResponseEntity<LevelsView> file(
            @PathVariable long id, Seen seen, @Valid @RequestBody DocumentRequest request, Desk desk) {
        return Reply.ok(view(fileLevels.file(id, request.document(), seen, desk), desk));
    }

    @Operation(summary = "Keep it on file at the province, by a third person (存档)")
    @Idempotent
    @PostMapping("/v1/appraisals/{id}/keeping")
    ResponseEntity<LevelsView> keep(
            @PathVariable long id, Seen seen, @Valid @RequestBody DocumentRequest request, Desk desk) {
        return Reply.ok(view(fileLevels.keep(id, request.document(), seen, desk), desk));
    }

    @Operation(summary = "Return it, with the reason (退回)")
    @Idempotent
    @PostMapping("/v1/appraisals/{id}/return")
    ResponseEntity<LevelsView> giveBack(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReasonRequest request, Desk desk) {
        return Reply.ok(view(fileLevels.giveBack(id, request.reason(), seen, desk), desk));
    }

    @Operation(
            summary = "Take the composites as points of an indicator of the year's scheme (计入考核)",
            description = "Of an indicator by which people give points; once, for all objects that have a composite.")
    @Idempotent
    @PostMapping("/v1/appraisals/{id}/points")
    ResponseEntity<BookedView> book(
            @PathVariable long id, Seen seen, @Valid @RequestBody PointsRequest request, Desk desk) {
        var graded = bookPoints.book(id, request, seen, desk);
        var left = graded.stream().filter(one -> !request.takes(one)).toList();
        return ResponseEntity.ok(new BookedView(
                id,
                request.indicator(),
                graded.size() - left.size(),
                left.stream().map(LevelView::of).toList()));
    }

    @Operation(summary = "What the objects of a campaign are graded, in the order of the tree")
    @GetMapping("/v1/appraisals/{id}/grades")
    ResponseEntity<LevelsView> grades(@PathVariable long id, Desk desk) {
        return Reply.ok(view(campaigns.find(id, desk.scope(), Viewer.of(desk)).orElseThrow(UNKNOWN), desk));
    }

    @Operation(summary = "What is on file of a unit's debriefings, the newest year first")
    @GetMapping("/v1/units/{id}/appraisal-grades")
    PastLevelsView past(@PathVariable UnitId id, Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        return new PastLevelsView(
                id.value(),
                unit.name(),
                levels.listPast(id).stream().map(PastLevelView::of).toList());
    }

    private LevelsView view(Campaign campaign, Desk desk) {
        boolean isSeen = desk.scope().contains(campaign.path());
        boolean isFiled = campaign.state() == State.FILED;
        return new LevelsView(
                campaign.id(),
                campaign.state(),
                levels.list(campaign.id()).stream()
                        .filter(one -> isSeen || (isFiled && desk.isOf(new UnitId(one.unit()))))
                        .map(LevelView::of)
                        .toList(),
                campaign.version());
    }

    private static @Nullable Points points(@Nullable Integer hundredths) {
        return hundredths == null ? null : new Points(hundredths);
    }
}
