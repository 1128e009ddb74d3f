package cn.dangjian.dues.pay.stay;

import static cn.dangjian.dues.pay.stay.StayRefusal.AMOUNT_IMPOSSIBLE;
import static cn.dangjian.dues.pay.stay.StayRefusal.NOT_OPEN;
import static cn.dangjian.dues.pay.stay.StayRefusal.NOT_ORIGIN;
import static cn.dangjian.dues.pay.stay.StayRefusal.UNIT_UNKNOWN;
import static cn.dangjian.dues.pay.stay.StayRefusal.WRONG_DAY;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 留归流入地: the branch of origin leaves to the branch of stay what that one has taken, by a document; no money moves. */
@Service
class LeaveToStay {

    private final SettlementTable settlements;
    private final StayTerms terms;

    LeaveToStay(SettlementTable settlements, StayTerms terms) {
        this.settlements = settlements;
        this.terms = terms;
    }

    /** @param stay the branch that keeps the money */
    record AgreementRequest(
            @NotNull UnitId stay,
            @NotNull @Valid Yuan amount,
            @NotNull LocalDate day,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    SettlementTable.Balance leave(UnitId origin, AgreementRequest request, Desk desk) {
        UNIT_UNKNOWN.when(desk.find(origin).isEmpty());
        NOT_ORIGIN.unless(desk.isOf(origin));
        AMOUNT_IMPOSSIBLE.unless(request.amount().isPositive());
        WRONG_DAY.when(request.day().isAfter(desk.today()));
        // the sender's lock: nothing is sent meanwhile
        settlements.lock(request.stay());
        long open = settlements
                .find(request.stay(), origin)
                .map(balance -> terms.open(balance, desk.today()))
                .orElse(0L);
        if (request.amount().fen() > open) throw NOT_OPEN.with(new Yuan(Math.max(open, 0)));
        settlements.keep(origin, request, desk);
        return settlements.find(request.stay(), origin).orElseThrow();
    }
}
