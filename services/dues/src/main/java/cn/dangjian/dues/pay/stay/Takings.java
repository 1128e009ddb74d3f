package cn.dangjian.dues.pay.stay;

import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.dues.roll.StayTable;
import cn.dangjian.platform.directory.Scope;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Other rooms ask here who may take somebody's money: his branch, and on the days of a stay the branch where he stays. */
@Component
public class Takings {

    private final RollTable payers;
    private final StayTable stays;
    private final SettlementTable settlements;

    Takings(RollTable payers, StayTable stays, SettlementTable settlements) {
        this.payers = payers;
        this.stays = stays;
        this.settlements = settlements;
    }

    /** Finds nobody outside the scope who does not stay within it on that day; held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Taking> lock(long member, LocalDate day, Scope scope) {
        var own = payers.lock(member, scope);
        if (own.isPresent()) return own.map(payer -> new Taking(payer, payer.unit()));
        return stays.find(member, day, scope).flatMap(unit -> payers.own(member).map(payer -> new Taking(payer, unit)));
    }

    /** What was taken elsewhere is held there for the branch of origin. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void took(long posting, Taking taking, long fen) {
        if (taking.isElsewhere()) settlements.insertPayment(posting, taking, fen);
    }
}
