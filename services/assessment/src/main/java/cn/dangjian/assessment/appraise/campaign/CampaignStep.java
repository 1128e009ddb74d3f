package cn.dangjian.assessment.appraise.campaign;

import static cn.dangjian.platform.cases.Hand.parent;
import static cn.dangjian.platform.cases.Hand.subject;
import static cn.dangjian.platform.cases.Move.Say.DOCUMENT;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.cases.Move.opens;

import cn.dangjian.assessment.appraise.campaign.Campaign.State;
import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Hand;
import cn.dangjian.platform.cases.Move;
import cn.dangjian.platform.directory.Tier;

/** What can happen to a campaign, each by a person of its owner; one tier up it is filed or returned. */
public enum CampaignStep implements CaseStep<State> {
    /** 起草. */
    DRAFTED(opens(State.DRAFTED).by(subject())),
    /** 修改. */
    CHANGED(from(State.DRAFTED).by(subject())),
    /** 启动述职. */
    REPORTS_OPENED(from(State.DRAFTED).to(State.REPORTING).by(subject())),
    /** 启动评议. */
    VOTE_OPENED(from(State.REPORTING).to(State.VOTING).by(subject())),
    /** 延期. */
    EXTENDED(from(State.REPORTING, State.VOTING).by(subject()).says(NOTE)),
    /** 结束评议. */
    CLOSED(from(State.VOTING).to(State.CLOSED).by(subject())),
    /** 提出等次. */
    PROPOSED(from(State.CLOSED).to(State.PROPOSED).by(subject()).says(DOCUMENT)),
    /** 确认等次. */
    CONFIRMED(from(State.PROPOSED).to(State.GRADED).by(subject()).says(DOCUMENT).apartFrom(PROPOSED)),
    /** 不予确认. */
    REFUSED(from(State.PROPOSED).to(State.CLOSED).by(subject()).says(NOTE).again()),
    /** 备案. */
    FILED(from(State.GRADED).to(State.FILED).by(above()).says(DOCUMENT)),
    /** 退回. */
    RETURNED(from(State.GRADED).to(State.CLOSED).by(above()).says(NOTE).again()),
    /** 存档: of the province, above which there is nobody, by a third person. */
    KEPT(from(State.GRADED).to(State.FILED).by(subject()).says(DOCUMENT).apartFrom(PROPOSED, CONFIRMED)),
    /** 计入考核: its composites were taken as points. */
    BOOKED(from(State.GRADED, State.FILED).by(subject()).aside());

    public static final CaseKind<State, CampaignStep> KIND = CaseKind.of(
                    "appraisals",
                    State.class,
                    CampaignStep.class,
                    CampaignRefusal.UNKNOWN,
                    CampaignRefusal.NOT_YOURS,
                    CampaignRefusal.WRONG_STATE)
            .samePerson(CampaignRefusal.SAME_PERSON);

    private final Move<State> move;

    CampaignStep(Move<State> move) {
        this.move = move;
    }

    private static Hand[] above() {
        return new Hand[] {parent(Tier.COUNTY), parent(Tier.CITY), parent(Tier.PROVINCE)};
    }

    @Override
    public Move<State> move() {
        return move;
    }
}
