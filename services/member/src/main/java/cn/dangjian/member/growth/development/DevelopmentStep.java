package cn.dangjian.member.growth.development;

import static cn.dangjian.platform.cases.Hand.above;
import static cn.dangjian.platform.cases.Hand.parent;
import static cn.dangjian.platform.cases.Hand.subject;
import static cn.dangjian.platform.cases.Move.Say.DAY;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.cases.Move.in;
import static cn.dangjian.platform.cases.Move.opens;
import static cn.dangjian.platform.directory.Tier.CITY;
import static cn.dangjian.platform.directory.Tier.COUNTY;
import static cn.dangjian.platform.directory.Tier.PROVINCE;
import static cn.dangjian.platform.directory.Tier.TOWNSHIP;

import cn.dangjian.member.growth.development.Development.State;
import cn.dangjian.member.growth.edition.Outcome;
import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Hand;
import cn.dangjian.platform.cases.Move;
import java.util.EnumSet;

/**
 * What can happen on the way, and in whose hand it is; when it may happen, and what is asked, says the edition, which has
 * the first 25 of these.
 */
enum DevelopmentStep implements CaseStep<State> {
    APPLIED(opens(State.APPLICATION).by(subject())),
    TALKED(branch(State.APPLICATION)),
    ACTIVIST(branch(State.APPLICATION).to(State.ACTIVIST)),
    ACTIVIST_RECORDED(committee(State.ACTIVIST)),
    CONTACTS_NAMED(branch(State.ACTIVIST)),
    REVIEWED(branch(State.ACTIVIST)),
    OBJECT(branch(State.ACTIVIST, State.OBJECT).to(State.OBJECT)),
    OBJECT_RECORDED(committee(State.OBJECT)),
    INTRODUCERS_NAMED(branch(State.OBJECT)),
    POLITICALLY_REVIEWED(branch(State.OBJECT)),
    TRAINED(from(State.OBJECT)
            .by(above(TOWNSHIP), above(COUNTY), parent(CITY), parent(PROVINCE))
            .says(DAY, NOTE)),
    COMMITTEE_REVIEWED(branch(State.OBJECT, State.ADMISSION).to(State.ADMISSION)),
    PRE_REVIEWED(committee(State.ADMISSION)),
    FORM_FILLED(branch(State.ADMISSION)),
    ADMISSION_VOTED(branch(State.ADMISSION)),
    TALKED_BEFORE_APPROVAL(committee(State.ADMISSION)),
    ADMISSION_APPROVED(committee(State.ADMISSION).to(State.PROBATION)),
    ADMISSION_FILED(from(State.PROBATION, State.FULL)
            .by(above(COUNTY), parent(CITY), parent(PROVINCE))
            .says(DAY, NOTE)),
    ASSIGNED(branch(State.PROBATION)),
    OATH_TAKEN(branchOrCommittee(State.PROBATION)),
    PROBATION_REVIEWED(branch(State.PROBATION)),
    FULL_ASKED(branch(State.PROBATION)),
    FULL_VOTED(branch(State.PROBATION)),
    FULL_APPROVED(committee(State.PROBATION).to(State.FULL)),
    ARCHIVED(branchOrCommittee(State.FULL).to(State.ARCHIVED)),
    /** The committee does not approve the admission. */
    ADMISSION_REFUSED(committee(State.ADMISSION)),
    /** It does not approve what the meeting has decided at the end of probation. */
    FULL_REFUSED(committee(State.PROBATION)),
    /** It approves that probation is longer (延长预备期). */
    EXTENDED(committee(State.PROBATION)),
    /** It approves that probation is over without membership (取消预备党员资格). */
    CANCELLED(committee(State.PROBATION).to(State.CANCELLED)),
    /** Somebody objects during publicity (异议). */
    OBJECTED(from(State.ACTIVIST, State.OBJECT)
            .by(subject(), above(TOWNSHIP), above(COUNTY))
            .says(NOTE)),
    /** What was objected is answered (核实答复). */
    ANSWERED(from(State.ACTIVIST, State.OBJECT)
            .by(subject(), above(TOWNSHIP), above(COUNTY))
            .says(NOTE)),
    /** 终止培养; once on probation it takes a vote. */
    WITHDRAWN(in(EnumSet.range(State.APPLICATION, State.ADMISSION))
            .to(State.WITHDRAWN)
            .by(committeeOr(subject()))
            .says(NOTE));

    static final CaseKind<State, DevelopmentStep> KIND = CaseKind.of(
                    "developments",
                    State.class,
                    DevelopmentStep.class,
                    DevelopmentRefusal.UNKNOWN,
                    DevelopmentRefusal.NOT_YOURS,
                    DevelopmentRefusal.WRONG_STATE)
            .dayAhead(DevelopmentRefusal.DAY_AHEAD);

    private final Move<State> move;

    DevelopmentStep(Move<State> move) {
        this.move = move;
    }

    /** Whether it is one of the 25 that an edition has. */
    boolean isOfTheRules() {
        return compareTo(ARCHIVED) <= 0;
    }

    /** What has happened if a step of the rules ended like this. */
    DevelopmentStep ending(Outcome outcome) {
        if (outcome == Outcome.FAILED && this == ADMISSION_APPROVED) return ADMISSION_REFUSED;
        if (this != FULL_APPROVED) return this;
        return switch (outcome) {
            case DONE -> FULL_APPROVED;
            case FAILED -> FULL_REFUSED;
            case EXTENDED -> EXTENDED;
            case CANCELLED -> CANCELLED;
        };
    }

    @Override
    public Move<State> move() {
        return move;
    }

    private static Move<State> branch(State one, State... others) {
        return in(EnumSet.of(one, others)).by(subject()).says(DAY, NOTE);
    }

    /** The committee of the township; of a branch without one, the committee directly above. */
    private static Move<State> committee(State state) {
        return from(state)
                .by(above(TOWNSHIP), parent(COUNTY), parent(CITY), parent(PROVINCE))
                .says(DAY, NOTE);
    }

    private static Move<State> branchOrCommittee(State state) {
        return from(state).by(committeeOr(subject())).says(DAY, NOTE);
    }

    private static Hand[] committeeOr(Hand hand) {
        return new Hand[] {hand, above(TOWNSHIP), parent(COUNTY), parent(CITY), parent(PROVINCE)};
    }
}
