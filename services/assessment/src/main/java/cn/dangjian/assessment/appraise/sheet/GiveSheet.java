package cn.dangjian.assessment.appraise.sheet;

import static cn.dangjian.assessment.appraise.sheet.SheetRefusal.CLOSED;
import static cn.dangjian.assessment.appraise.sheet.SheetRefusal.COMMENT_UNFIT;
import static cn.dangjian.assessment.appraise.sheet.SheetRefusal.NOT_OPEN;
import static cn.dangjian.assessment.appraise.sheet.SheetRefusal.NOT_VOTER;
import static cn.dangjian.assessment.appraise.sheet.SheetRefusal.POST_LOST;
import static cn.dangjian.assessment.appraise.sheet.SheetRefusal.TOO_LATE;
import static cn.dangjian.assessment.appraise.sheet.SheetRefusal.UNIT_UNKNOWN;

import cn.dangjian.assessment.appraise.campaign.Campaign.State;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.campaign.PlanTable;
import cn.dangjian.assessment.appraise.campaign.Viewer;
import cn.dangjian.assessment.points.Points;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 实名打分: one sheet for each voter and object. The same again changes nothing, something else is a further version, until
 * the vote closes; whoever closes it waits for the sheets that are being given, and the ones behind find it closed.
 */
@Service
class GiveSheet {

    private final CampaignTable campaigns;
    private final PlanTable plans;
    private final SheetTable sheets;

    GiveSheet(CampaignTable campaigns, PlanTable plans, SheetTable sheets) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.sheets = sheets;
    }

    /**
     * What somebody gives.
     *
     * @param points of a hundred; null if the campaign has criteria
     * @param marks by the code of the criterion; null if it has none
     * @param comment null for none; from below there is none
     */
    record SheetRequest(
            @Nullable @Valid Points points,
            @Nullable @Size(max = 20) Map<String, @NotNull @Valid Points> marks,

            @Nullable @Size(max = 900) @Stripped(lines = true)
            String comment) {}

    @Transactional
    void give(long appraisedId, SheetRequest request, Desk desk) {
        var viewer = Viewer.of(desk);
        var appraised =
                campaigns.findAppraised(appraisedId, desk.scope(), viewer).orElseThrow(UNIT_UNKNOWN);
        var state = campaigns.shareState(appraised.campaign());
        // before the vote opens nobody has a ballot
        NOT_OPEN.when(state.compareTo(State.VOTING) < 0);
        var ballot = sheets.findBallot(appraisedId, viewer).orElseThrow(NOT_VOTER);
        POST_LOST.unless(ballot.held());
        CLOSED.when(state.isCounted());
        var campaign = campaigns.get(appraised.campaign());
        if (desk.today().isAfter(campaign.voteUntil())) throw TOO_LATE.with(campaign.voteUntil());

        var sheet = sheet(ballot, campaign.id(), request);
        var before = sheets.findNewest(appraisedId, ballot.account());
        if (before.isPresent() && before.get().says(sheet)) return;
        int version = before.map(Sheet::version).orElse(0) + 1;
        sheets.insert(
                new Sheet(appraisedId, ballot.account(), version, sheet.points(), sheet.marks(), sheet.comment()),
                desk.now());
    }

    private Sheet sheet(SheetTable.Ballot ballot, long campaign, SheetRequest request) {
        var role = plans.listRoles(campaign).stream()
                .filter(one -> one.code().equals(ballot.role()))
                .findFirst()
                .orElseThrow();
        var comment = request.comment() == null || request.comment().isEmpty() ? null : request.comment();
        COMMENT_UNFIT.when(comment != null && role.voters().isSecret());
        var given = new Criteria(plans.listCriteria(campaign)).given(request.points(), request.marks());
        return new Sheet(ballot.appraisedId(), ballot.account(), 0, given.points(), given.marks(), comment);
    }
}
