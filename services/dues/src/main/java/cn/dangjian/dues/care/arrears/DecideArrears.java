package cn.dangjian.dues.care.arrears;

import static cn.dangjian.dues.care.arrears.ArrearsRefusal.DAY_BEFORE;
import static cn.dangjian.dues.care.arrears.ArrearsRefusal.MOVED;

import cn.dangjian.dues.care.arrears.ArrearsCase.State;
import cn.dangjian.dues.care.late.CountLate;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 审批: the committee above accepts a reason, or that there is none. That there is none is told to other services, so that
 * people can open a handling; here nothing about him changes.
 */
@Service
class DecideArrears {

    private static final Set<String> PAYS = Set.of("PROBATIONARY", "FULL");

    private final ArrearsRepository repository;
    private final ArrearsRules rules;
    private final CountLate countLate;
    private final RollTable payers;
    private final Cases<State, ArrearsStep> cases;

    DecideArrears(
            ArrearsRepository repository, ArrearsRules rules, CountLate countLate, RollTable payers, CaseStore store) {
        this.repository = repository;
        this.rules = rules;
        this.countLate = countLate;
        this.payers = payers;
        this.cases = store.of(ArrearsStep.KIND);
    }

    /** The reason is a good one. */
    @Transactional
    ArrearsCase accept(long id, Said said, Seen seen, Desk desk) {
        return decide(id, ArrearsStep.REASONED, said, seen, desk);
    }

    /** It is not, and the branch looks again. */
    @Transactional
    ArrearsCase giveBack(long id, String why, Seen seen, Desk desk) {
        var said = Said.today(desk).note(why);
        cases.hold(id, desk).may(ArrearsStep.RETURNED, said, seen).take();
        repository.restart(id);
        return repository.find(id, desk.scope()).orElseThrow();
    }

    /** There is no good reason (认定无正当理由). */
    @Transactional
    ArrearsCase establish(long id, Said said, Seen seen, Desk desk) {
        return decide(id, ArrearsStep.ESTABLISHED, said, seen, desk);
    }

    @Transactional
    ArrearsCase dismiss(long id, String why, Seen seen, Desk desk) {
        return decide(id, ArrearsStep.DISMISSED, Said.today(desk).note(why), seen, desk);
    }

    private ArrearsCase decide(long id, ArrearsStep step, Said said, Seen seen, Desk desk) {
        repository.lockMember(id);
        var held = cases.hold(id, desk).may(step, said, seen);
        var before = repository.find(id, desk.scope()).orElseThrow(MOVED);
        var payer = payers.find(before.member(), desk.scope()).orElseThrow(MOVED);
        MOVED.unless(payer.unit().equals(before.unit()) && PAYS.contains(payer.status()));
        refuseBefore(before.votedOn(), said.day());
        var late = countLate.now(before.member());
        if (step == ArrearsStep.ESTABLISHED) rules.refusePaid(late, desk.today());

        held.take();
        repository.close(id, late, late.until(), said.day(), said.document());
        return repository.find(id, desk.scope()).orElseThrow();
    }

    private static void refuseBefore(@Nullable LocalDate earliest, LocalDate day) {
        if (earliest != null && day.isBefore(earliest)) throw DAY_BEFORE.with(earliest.toString());
    }
}
