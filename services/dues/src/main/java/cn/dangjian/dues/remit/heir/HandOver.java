package cn.dangjian.dues.remit.heir;

import cn.dangjian.dues.book.ledger.Account;
import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.book.ledger.Fund;
import cn.dangjian.dues.book.ledger.LedgerTable;
import cn.dangjian.dues.book.ledger.Line;
import cn.dangjian.dues.remit.heir.HeirTable.Ended;
import cn.dangjian.platform.directory.desk.Days;
import java.util.List;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Books the money of ended units over to their heirs, whenever it came in; an heir of an heir has it in the end. */
@Service
class HandOver {

    private final HeirTable heirs;
    private final LedgerTable ledger;
    private final Days days;

    HandOver(HeirTable heirs, LedgerTable ledger, Days days) {
        this.heirs = heirs;
        this.ledger = ledger;
        this.days = days;
    }

    @Transactional
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    public void handOver() {
        for (var ended : heirs.listHolding()) for (var fund : Fund.values()) handOver(ended, fund);
    }

    private void handOver(Ended ended, Fund fund) {
        long held = ledger.balance(Account.cash(ended.unit()), fund);
        if (held <= 0) return;
        var booking = new Booking(
                "heir:" + UUID.randomUUID(),
                Booking.Kind.HANDED_OVER,
                ended.heir(),
                ended.unit(),
                null,
                held,
                ended.day(),
                null,
                null,
                null,
                null);
        var line = new Line(fund, Account.cash(ended.heir()), Account.cash(ended.unit()), held);
        ledger.post(booking, List.of(line), ended.subject(), days.now());
    }
}
