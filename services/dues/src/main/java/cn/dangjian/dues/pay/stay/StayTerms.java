package cn.dangjian.dues.pay.stay;

import cn.dangjian.dues.pay.stay.SettlementTable.Balance;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Whether the branch of stay hands over what it has taken, as the province of the branch of origin says. */
@Component
class StayTerms {

    private static final String SETTLEMENT = "dues.stay.settlement";

    private final Rulebook rulebook;

    StayTerms(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** What is still to be handed over; nothing where the province has said that it stays where it was paid. */
    long open(Balance balance, LocalDate day) {
        boolean handedOver = rulebook.on(day).number(SETTLEMENT, balance.originPath()) == 1;
        return handedOver ? balance.open() : 0;
    }
}
