package cn.dangjian.dues.care.relief;

import static cn.dangjian.dues.care.relief.ReliefRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.dues.care.relief.ReliefRefusal.NOT_PAYING;
import static cn.dangjian.dues.care.relief.ReliefRefusal.OVERLAPS;
import static cn.dangjian.dues.care.relief.ReliefRefusal.WRONG_MONTHS;

import cn.dangjian.dues.care.relief.ReliefCase.State;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.rate.relief.Relief;
import cn.dangjian.dues.rate.relief.Reliefs;
import cn.dangjian.dues.roll.Payer;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提出: a branch has studied how somebody is, and proposes that he pays less, or nothing, for some months. */
@Service
class ProposeRelief {

    private final ReliefRepository proposals;
    private final RollTable payers;
    private final Reliefs reliefs;
    private final ReliefRules rules;
    private final Cases<State, ReliefStep> cases;

    ProposeRelief(ReliefRepository proposals, RollTable payers, Reliefs reliefs, ReliefRules rules, CaseStore store) {
        this.proposals = proposals;
        this.payers = payers;
        this.reliefs = reliefs;
        this.rules = rules;
        this.cases = store.of(ReliefStep.KIND);
    }

    /**
     * @param most what he is to pay a month at most, below what is due; 0.00 if nothing
     * @param to the last month
     * @param document of the branch's study
     */
    record ReliefRequest(
            @NotNull @Valid Yuan most,
            @NotNull YearMonth from,
            @NotNull YearMonth to,
            @NotBlank @Size(max = 100) @Stripped String document,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String reason) {}

    @Transactional
    ReliefCase propose(long member, ReliefRequest request, Desk desk) {
        var payer = payers.lock(member, desk.scope()).orElseThrow(MEMBER_UNKNOWN);
        var unit = desk.known(payer.unit()).orElseThrow(MEMBER_UNKNOWN);
        cases.mayOpen(ReliefStep.PROPOSED, unit, desk);
        refuseMonths(payer, request);
        rules.refuse(payer, request, desk);
        var from = request.from().atDay(1);
        var to = request.to().plusMonths(1).atDay(1);
        var other = proposals.findProposed(member, from, to).or(() -> reliefs.within(member, from, to));
        if (other.isPresent()) throw OVERLAPS.with(String.valueOf(other.get()));

        var said = Said.today(desk).by(request.document()).note(request.reason());
        long id = cases.open(ReliefStep.PROPOSED, unit, said, desk).id();
        var proposed = new Relief(id, member, from, to, request.most().fen(), request.document(), desk.today(), null);
        proposals.insert(proposed, request.reason());
        return proposals.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    ReliefCase withdraw(long id, String reason, Seen seen, Desk desk) {
        cases.hold(id, desk)
                .may(ReliefStep.WITHDRAWN, Said.today(desk).note(reason), seen)
                .take();
        return proposals.find(id, desk.scope()).orElseThrow();
    }

    private static void refuseMonths(Payer payer, ReliefRequest request) {
        var since = payer.paysSince();
        boolean pays = payer.status().equals("FULL") || payer.status().equals("PROBATIONARY");
        NOT_PAYING.when(!pays || since == null);
        WRONG_MONTHS.when(request.to().isBefore(request.from())
                || (since != null && request.from().isBefore(YearMonth.from(since))));
    }
}
