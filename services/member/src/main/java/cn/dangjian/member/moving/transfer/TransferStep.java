package cn.dangjian.member.moving.transfer;

import static cn.dangjian.platform.cases.Hand.above;
import static cn.dangjian.platform.cases.Hand.aboveOther;
import static cn.dangjian.platform.cases.Hand.other;
import static cn.dangjian.platform.cases.Hand.parent;
import static cn.dangjian.platform.cases.Hand.parentOther;
import static cn.dangjian.platform.cases.Hand.subject;
import static cn.dangjian.platform.cases.Move.Say.DOCUMENT;
import static cn.dangjian.platform.cases.Move.Say.NOTE;
import static cn.dangjian.platform.cases.Move.from;
import static cn.dangjian.platform.cases.Move.in;
import static cn.dangjian.platform.cases.Move.opens;
import static cn.dangjian.platform.directory.Tier.CITY;
import static cn.dangjian.platform.directory.Tier.COUNTY;
import static cn.dangjian.platform.directory.Tier.PROVINCE;
import static cn.dangjian.platform.directory.Tier.TOWNSHIP;

import cn.dangjian.member.moving.transfer.Transfer.State;
import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.Hand;
import cn.dangjian.platform.cases.Move;
import java.util.EnumSet;
import java.util.stream.Stream;

/**
 * What can happen to a transfer (R-23, MEM-11). The unit of the case is the branch of origin, the other one the branch of
 * destination; who comes from another province has the destination as both, who goes there has no other one. What another
 * province does or leaves undone is not among the steps: whoever is sent back from there is revoked here, and asked for
 * anew.
 */
enum TransferStep implements CaseStep<State> {
    /** 申请. */
    REQUESTED(opens(State.REQUESTED).by(subject(), above(TOWNSHIP)).says(NOTE)),
    /** 报到: somebody comes with the letter of another province. */
    REPORTED(opens(State.LETTERED).by(subject(), above(TOWNSHIP)).says(DOCUMENT)),
    /** 修改后重报. */
    CORRECTED(from(State.RETURNED)
            .to(State.REQUESTED)
            .by(subject(), above(TOWNSHIP))
            .says(NOTE)
            .again()),
    /** 转出审批. */
    OUT_APPROVED(from(State.REQUESTED).to(State.OUT_APPROVED).by(committee()).apartFrom(REQUESTED, CORRECTED)),
    /** 开具介绍信. */
    LETTERED(from(State.OUT_APPROVED).to(State.LETTERED).by(committee()).says(DOCUMENT)),
    /** 补开介绍信. */
    PROLONGED(from(State.LETTERED, State.IN_APPROVED).by(committee()).says(DOCUMENT, NOTE)),
    /** 转入审批. */
    IN_APPROVED(from(State.LETTERED)
            .to(State.IN_APPROVED)
            .by(committeeOfOther())
            .apartFrom(REQUESTED, REPORTED, CORRECTED)),
    /** 接收: from that day on he belongs to the destination. */
    ACCEPTED(from(State.IN_APPROVED).to(State.ACCEPTED).by(other())),
    /** 回执: the committee of the destination lets the one of the origin know. */
    RECEIPT(from(State.ACCEPTED).to(State.CLOSED).by(committeeOfOther())),
    /** 省外回执: another province has accepted him. */
    LEFT(from(State.LETTERED).to(State.CLOSED).by(committee()).says(DOCUMENT)),
    /** 退回. */
    RETURNED(from(State.LETTERED, State.IN_APPROVED)
            .to(State.RETURNED)
            .by(with(other(), committeeOfOther()))
            .says(NOTE)),
    /** 撤销. */
    REVOKED(in(EnumSet.of(State.REQUESTED, State.OUT_APPROVED, State.LETTERED, State.IN_APPROVED, State.RETURNED))
            .to(State.REVOKED)
            .by(with(subject(), committee()))
            .says(NOTE));

    static final CaseKind<State, TransferStep> KIND = CaseKind.of(
                    "transfers",
                    State.class,
                    TransferStep.class,
                    TransferRefusal.UNKNOWN,
                    TransferRefusal.NOT_YOURS,
                    TransferRefusal.WRONG_STATE)
            .samePerson(TransferRefusal.SAME_PERSON)
            .dayAhead(TransferRefusal.DAY_AHEAD);

    private final Move<State> move;

    TransferStep(Move<State> move) {
        this.move = move;
    }

    /** The committee above the branch; of one directly under a city or the province, that one. */
    private static Hand[] committee() {
        return new Hand[] {above(TOWNSHIP), above(COUNTY), parent(CITY), parent(PROVINCE)};
    }

    private static Hand[] committeeOfOther() {
        return new Hand[] {aboveOther(TOWNSHIP), aboveOther(COUNTY), parentOther(CITY), parentOther(PROVINCE)};
    }

    private static Hand[] with(Hand branch, Hand[] committee) {
        return Stream.concat(Stream.of(branch), Stream.of(committee)).toArray(Hand[]::new);
    }

    @Override
    public Move<State> move() {
        return move;
    }
}
