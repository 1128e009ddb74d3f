package cn.dangjian.dues.care.relief;

import static cn.dangjian.dues.care.relief.ReliefRefusal.END_OUTSIDE;
import static cn.dangjian.dues.care.relief.ReliefRefusal.NOT_PAYING;
import static cn.dangjian.dues.care.relief.ReliefRefusal.NOT_YOURS;
import static cn.dangjian.dues.care.relief.ReliefRefusal.OVERLAPS;
import static cn.dangjian.dues.care.relief.ReliefRefusal.UNKNOWN;
import static cn.dangjian.dues.care.relief.ReliefRefusal.WRONG_STATE;

import cn.dangjian.dues.care.relief.ReliefCase.State;
import cn.dangjian.dues.rate.relief.Relief;
import cn.dangjian.dues.rate.relief.Reliefs;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.Arrays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 审批: the committee above grants what a branch has proposed, or not, and ends it before its time. */
@Service
class DecideRelief {

    private final ReliefRepository proposals;
    private final RollTable payers;
    private final Reliefs reliefs;
    private final Cases<State, ReliefStep> cases;

    DecideRelief(ReliefRepository proposals, RollTable payers, Reliefs reliefs, CaseStore store) {
        this.proposals = proposals;
        this.payers = payers;
        this.reliefs = reliefs;
        this.cases = store.of(ReliefStep.KIND);
    }

    /** @param from the first month of which he pays what is due again */
    record EndRequest(
            @NotNull YearMonth from,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    ReliefCase grant(long id, Said said, Seen seen, Desk desk) {
        proposals.lockMember(id);
        var held = cases.hold(id, desk).may(ReliefStep.GRANTED, said, seen);
        var before = proposals.find(id, desk.scope()).orElseThrow();
        var from = before.from().atDay(1);
        var to = before.to().plusMonths(1).atDay(1);
        var other = reliefs.within(before.member(), from, to);
        if (other.isPresent()) throw OVERLAPS.with(String.valueOf(other.get()));

        held.take();
        String document = String.valueOf(said.document());
        reliefs.grant(new Relief(id, before.member(), from, to, before.most().fen(), document, said.day(), null), desk);
        return proposals.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    ReliefCase refuse(long id, String reason, Seen seen, Desk desk) {
        cases.hold(id, desk)
                .may(ReliefStep.REFUSED, Said.today(desk).note(reason), seen)
                .take();
        return proposals.find(id, desk.scope()).orElseThrow();
    }

    /** The committee above the branch to which he belongs now. */
    @Transactional
    ReliefCase end(long id, EndRequest request, Desk desk) {
        proposals.lockMember(id);
        var before = proposals.find(id, desk.scope()).orElseThrow(UNKNOWN);
        var payer = payers.find(before.member(), desk.scope()).orElseThrow(NOT_PAYING);
        NOT_YOURS.unless(
                desk.known(payer.unit()).filter(unit -> isCommittee(unit, desk)).isPresent());
        if (before.state() != State.GRANTED)
            throw WRONG_STATE.with(before.state().name());
        var last = before.countsTo();
        if (last == null
                || request.from().isBefore(before.from())
                || request.from().isAfter(last))
            throw END_OUTSIDE.with(before.from().toString(), String.valueOf(last));

        reliefs.end(reliefs.find(id).orElseThrow(), request.from().atDay(1), request.document(), desk);
        return proposals.find(id, desk.scope()).orElseThrow();
    }

    private static boolean isCommittee(Unit unit, Desk desk) {
        return Arrays.stream(ReliefStep.committee()).anyMatch(hand -> hand.holds(desk, unit, null));
    }
}
