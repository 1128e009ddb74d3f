package cn.dangjian.assessment.appraise.grade;

import static cn.dangjian.assessment.appraise.grade.LevelRefusal.NOT_YOURS;

import cn.dangjian.assessment.appraise.campaign.Campaign;
import cn.dangjian.assessment.appraise.campaign.Campaign.State;
import cn.dangjian.assessment.appraise.campaign.CampaignStep;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 确认、备案: another person confirms what was proposed, and one tier up it is put on file; then it is announced. */
@Service
class FileLevels {

    private final CampaignTable campaigns;
    private final TellLevels tell;
    private final Cases<State, CampaignStep> cases;

    FileLevels(CampaignTable campaigns, TellLevels tell, CaseStore store) {
        this.campaigns = campaigns;
        this.tell = tell;
        this.cases = store.of(CampaignStep.KIND);
    }

    @Transactional
    Campaign confirm(long id, String document, Seen seen, Desk desk) {
        return take(id, CampaignStep.CONFIRMED, Said.today(desk).by(document), seen, desk);
    }

    @Transactional
    Campaign refuse(long id, String reason, Seen seen, Desk desk) {
        return take(id, CampaignStep.REFUSED, Said.today(desk).note(reason), seen, desk);
    }

    @Transactional
    Campaign giveBack(long id, String reason, Seen seen, Desk desk) {
        return take(id, CampaignStep.RETURNED, Said.today(desk).note(reason), seen, desk);
    }

    @Transactional
    Campaign file(long id, String document, Seen seen, Desk desk) {
        var campaign = take(id, CampaignStep.FILED, Said.today(desk).by(document), seen, desk);
        tell.tell(campaign, document, desk.subject());
        return campaign;
    }

    /** Of the province: above it there is nobody. */
    @Transactional
    Campaign keep(long id, String document, Seen seen, Desk desk) {
        NOT_YOURS.unless(desk.isAt(Tier.PROVINCE));
        var campaign = take(id, CampaignStep.KEPT, Said.today(desk).by(document), seen, desk);
        tell.tell(campaign, document, desk.subject());
        return campaign;
    }

    private Campaign take(long id, CampaignStep step, Said said, Seen seen, Desk desk) {
        cases.hold(id, desk).may(step, said, seen).take();
        return campaigns.get(id);
    }
}
