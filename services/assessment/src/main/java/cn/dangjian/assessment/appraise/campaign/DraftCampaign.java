package cn.dangjian.assessment.appraise.campaign;

import static cn.dangjian.assessment.appraise.campaign.CampaignRefusal.OPENED_ALREADY;

import cn.dangjian.assessment.appraise.campaign.Campaign.State;
import cn.dangjian.assessment.appraise.campaign.CampaignTable.Listed;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 制定评议方案: whoever is one tier up says who debriefs in a year, who gives sheets, and how they count. */
@Service
class DraftCampaign {

    private final CheckPlan checkPlan;
    private final CampaignTable campaigns;
    private final PlanTable plans;
    private final Cases<State, CampaignStep> cases;

    DraftCampaign(CheckPlan checkPlan, CampaignTable campaigns, PlanTable plans, CaseStore store) {
        this.checkPlan = checkPlan;
        this.campaigns = campaigns;
        this.plans = plans;
        this.cases = store.of(CampaignStep.KIND);
    }

    @Transactional
    Campaign draft(Plan plan, Desk desk) {
        cases.lock(desk.unit().id());
        var objects = checkPlan.check(plan, desk);
        OPENED_ALREADY.when(
                campaigns.findId(desk.unit(), plan.year(), plan.objects()).isPresent());

        var file = cases.open(CampaignStep.DRAFTED, desk.unit(), Said.today(desk), desk);
        campaigns.insert(file.id(), plan, desk);
        return store(file.id(), plan, objects);
    }

    @Transactional
    Campaign change(long id, Plan plan, Seen seen, Desk desk) {
        cases.lock(desk.unit().id());
        var held = cases.hold(id, desk).may(CampaignStep.CHANGED, Said.today(desk), seen);
        var objects = checkPlan.check(plan, desk);
        OPENED_ALREADY.when(campaigns
                .findId(desk.unit(), plan.year(), plan.objects())
                .filter(other -> other != id)
                .isPresent());

        held.take();
        campaigns.update(id, plan);
        return store(id, plan, objects);
    }

    private Campaign store(long id, Plan plan, List<Listed> objects) {
        campaigns.replace(id, objects);
        plans.replace(id, plan);
        return campaigns.get(id);
    }
}
