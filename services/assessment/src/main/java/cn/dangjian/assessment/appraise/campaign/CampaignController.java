package cn.dangjian.assessment.appraise.campaign;

import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.UNKNOWN;

import cn.dangjian.assessment.appraise.campaign.Campaign.State;
import cn.dangjian.assessment.appraise.campaign.MoveCampaign.ExtensionRequest;
import cn.dangjian.assessment.appraise.campaign.Plan.Criterion;
import cn.dangjian.assessment.appraise.campaign.Plan.Mode;
import cn.dangjian.assessment.appraise.campaign.Plan.Role;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Entry;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who debriefs, and who appraises it. */
@Tag(name = "appraisals 述职评议")
@RestController
class CampaignController {

    private final DraftCampaign draftCampaign;
    private final MoveCampaign moveCampaign;
    private final CampaignTable campaigns;
    private final PlanTable plans;
    private final Cases<State, CampaignStep> cases;

    CampaignController(
            DraftCampaign draftCampaign,
            MoveCampaign moveCampaign,
            CampaignTable campaigns,
            PlanTable plans,
            CaseStore store) {
        this.draftCampaign = draftCampaign;
        this.moveCampaign = moveCampaign;
        this.campaigns = campaigns;
        this.plans = plans;
        this.cases = store.of(CampaignStep.KIND);
    }

    /**
     * An object of a campaign.
     *
     * @param id where its doors are: {@code /v1/appraised-units/<id>}
     * @param fromUnit the unit whose heir it is; null if it is none
     * @param endedOn from when on nobody debriefs for it; null while somebody does
     */
    record AppraisedView(
            long id,
            long unit,
            String name,
            Mode mode,
            @Nullable Long fromUnit,
            @Nullable LocalDate endedOn,
            @Nullable String document) {

        static AppraisedView of(Appraised one) {
            return new AppraisedView(
                    one.id(),
                    one.unit().value(),
                    one.unitName(),
                    one.mode(),
                    one.fromUnit() == null ? null : one.fromUnit().value(),
                    one.endedOn(),
                    one.document());
        }
    }

    /**
     * A campaign with all that it says.
     *
     * @param units in the order of the tree
     * @param journal for the owner and those above; empty for whoever takes part
     */
    record CampaignView(
            long id,
            long unit,
            String unitName,
            State state,
            int year,
            ObjectSet objects,
            String title,
            Mode mode,
            LocalDate reportsFrom,
            LocalDate reportsUntil,
            LocalDate voteFrom,
            LocalDate voteUntil,
            int cut,
            int belowLeast,
            @Nullable Integer goodMost,
            List<Criterion> criteria,
            List<Role> roles,
            List<AppraisedView> units,
            List<Entry> journal,
            long version)
            implements Versioned {}

    record CampaignRow(
            long id,
            long unit,
            String unitName,
            State state,
            int year,
            ObjectSet objects,
            String title,
            LocalDate reportsUntil,
            LocalDate voteUntil,
            long version) {

        static CampaignRow of(Campaign one) {
            return new CampaignRow(
                    one.id(),
                    one.unit().value(),
                    one.unitName(),
                    one.state(),
                    one.year(),
                    one.objects(),
                    one.title(),
                    one.reportsUntil(),
                    one.voteUntil(),
                    one.version());
        }
    }

    @Operation(
            summary = "Draft a campaign of the units directly below (制定评议方案)",
            description = "One for each year and kind of objects. Weights of roles add up to 100, criteria to 100.00.")
    @Idempotent
    @PostMapping("/v1/appraisals")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CampaignView> draft(@Valid @RequestBody Plan plan, Desk desk) {
        return Reply.created(view(draftCampaign.draft(plan, desk), desk));
    }

    @Operation(summary = "Change a draft: it says this instead of what it said")
    @Idempotent
    @PutMapping("/v1/appraisals/{id}")
    ResponseEntity<CampaignView> change(@PathVariable long id, Seen seen, @Valid @RequestBody Plan plan, Desk desk) {
        return Reply.ok(view(draftCampaign.change(id, plan, seen, desk), desk));
    }

    @Operation(summary = "Let the objects write their reports (启动述职)")
    @Idempotent
    @PostMapping("/v1/appraisals/{id}/reporting")
    ResponseEntity<CampaignView> openReports(@PathVariable long id, Seen seen, Desk desk) {
        return Reply.ok(view(moveCampaign.openReports(id, seen, desk), desk));
    }

    @Operation(
            summary = "Open the vote (启动评议)",
            description = "Whoever holds the posts of the roles now may give sheets; who loses his post may no longer.")
    @Idempotent
    @PostMapping("/v1/appraisals/{id}/voting")
    ResponseEntity<CampaignView> openVote(@PathVariable long id, Seen seen, Desk desk) {
        return Reply.ok(view(moveCampaign.openVote(id, seen, desk), desk));
    }

    @Operation(summary = "Give more days, with the reason (延期)")
    @Idempotent
    @PostMapping("/v1/appraisals/{id}/extension")
    ResponseEntity<CampaignView> extend(
            @PathVariable long id, Seen seen, @Valid @RequestBody ExtensionRequest request, Desk desk) {
        return Reply.ok(view(moveCampaign.extend(id, request, seen, desk), desk));
    }

    @Operation(summary = "Close the vote, on its last day or later (结束评议)")
    @Idempotent
    @PostMapping("/v1/appraisals/{id}/closing")
    ResponseEntity<CampaignView> close(@PathVariable long id, Seen seen, Desk desk) {
        return Reply.ok(view(moveCampaign.close(id, seen, desk), desk));
    }

    @Operation(summary = "A campaign of the unit or of one below, or one that the caller takes part in")
    @GetMapping("/v1/appraisals/{id}")
    ResponseEntity<CampaignView> campaign(@PathVariable long id, Desk desk) {
        return Reply.ok(view(campaigns.find(id, desk.scope(), Viewer.of(desk)).orElseThrow(UNKNOWN), desk));
    }

    @Operation(
            summary = "Campaigns of the unit and of those below, and those that the caller takes part in; newest first")
    @GetMapping("/v1/appraisals")
    Page<CampaignRow> campaigns(Slice slice, Desk desk) {
        return slice.newest(campaigns.list(slice, desk.scope(), Viewer.of(desk)), Campaign::id)
                .map(CampaignRow::of);
    }

    private CampaignView view(Campaign one, Desk desk) {
        return new CampaignView(
                one.id(),
                one.unit().value(),
                one.unitName(),
                one.state(),
                one.year(),
                one.objects(),
                one.title(),
                one.mode(),
                one.reportsFrom(),
                one.reportsUntil(),
                one.voteFrom(),
                one.voteUntil(),
                one.cut(),
                one.belowLeast(),
                one.goodMost(),
                plans.listCriteria(one.id()),
                plans.listRoles(one.id()),
                campaigns.listAppraised(one.id()).stream()
                        .map(AppraisedView::of)
                        .toList(),
                cases.journal(one.id(), desk.scope()),
                one.version());
    }
}
