package cn.dangjian.assessment.appraise.campaign;

import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.ROLE_EMPTY;
import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.TOO_EARLY;
import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.TOO_LATE;
import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.WRONG_DAYS;

import cn.dangjian.assessment.appraise.campaign.Campaign.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 启动、结束: a person takes each step, on its day and not before; the clock takes none. */
@Service
class MoveCampaign {

    private final CampaignTable campaigns;
    private final PlanTable plans;
    private final BallotTable ballots;
    private final Cases<State, CampaignStep> cases;

    MoveCampaign(CampaignTable campaigns, PlanTable plans, BallotTable ballots, CaseStore store) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.ballots = ballots;
        this.cases = store.of(CampaignStep.KIND);
    }

    /** Both days as they are from now on; neither before what it was. */
    record ExtensionRequest(
            @NotNull LocalDate reportsUntil,
            @NotNull LocalDate voteUntil,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String reason) {}

    @Transactional
    Campaign openReports(long id, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(CampaignStep.REPORTS_OPENED, Said.today(desk), seen);
        var campaign = campaigns.get(id);
        refuseBefore(campaign.reportsFrom(), desk);
        held.take(campaign.reportsUntil());
        return campaigns.get(id);
    }

    /** Whoever holds the posts now takes part, and nobody else. */
    @Transactional
    Campaign openVote(long id, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(CampaignStep.VOTE_OPENED, Said.today(desk), seen);
        var campaign = campaigns.get(id);
        refuseBefore(campaign.voteFrom(), desk);
        if (desk.today().isAfter(campaign.voteUntil())) throw TOO_LATE.with(campaign.voteUntil());
        for (var role : plans.listRoles(id)) {
            ballots.fix(id, role);
            if (ballots.isEmpty(id, role.code())) throw ROLE_EMPTY.with(role.name());
        }
        held.take(campaign.voteUntil());
        return campaigns.get(id);
    }

    @Transactional
    Campaign extend(long id, ExtensionRequest request, Seen seen, Desk desk) {
        var held =
                cases.hold(id, desk).may(CampaignStep.EXTENDED, Said.today(desk).note(request.reason()), seen);
        var before = campaigns.get(id);
        boolean isLonger = !request.reportsUntil().isBefore(before.reportsUntil())
                && !request.voteUntil().isBefore(before.voteUntil())
                && !request.voteUntil().isBefore(request.reportsUntil());
        WRONG_DAYS.unless(isLonger);
        held.take(before.state() == State.REPORTING ? request.reportsUntil() : request.voteUntil());
        campaigns.extend(id, request.reportsUntil(), request.voteUntil());
        return campaigns.get(id);
    }

    /** On its last day at the earliest: whoever was told of that day can rely on it. */
    @Transactional
    Campaign close(long id, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(CampaignStep.CLOSED, Said.today(desk), seen);
        refuseBefore(campaigns.get(id).voteUntil(), desk);
        held.take();
        return campaigns.get(id);
    }

    private static void refuseBefore(LocalDate day, Desk desk) {
        if (desk.today().isBefore(day)) throw TOO_EARLY.with(day);
    }
}
