package cn.dangjian.dues.remit.heir;

import cn.dangjian.dues.book.ledger.Account;
import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.book.ledger.LedgerTable;
import cn.dangjian.dues.book.ledger.Line;
import cn.dangjian.dues.remit.heir.HeirTable.Held;
import cn.dangjian.platform.directory.desk.Days;
import java.util.List;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Books the money of ended units over to their heirs, whenever it came in; an heir of an heir has it in the
 * end. Where the month of the end is closed, it is booked on the first open day. */
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
        heirs.listHeld().forEach(this::handOver);
    }

    /** What was taken back of an ended unit after it had handed its money over comes from the heir. */
    private void handOver(Held held) {
        var own = Account.cash(held.ended());
        var heir = Account.cash(held.heir());
        long fen = Math.abs(held.fen());
        var booking = new Booking(
                "heir:" + UUID.randomUUID(),
                Booking.Kind.HANDED_OVER,
                held.heir(),
                held.ended(),
                null,
                fen,
                ledger.open(held.day(), List.of(held.ended(), held.heir())),
                null,
                null,
                null,
                null);
        boolean gives = held.fen() > 0;
        var line = new Line(held.fund(), gives ? heir : own, gives ? own : heir, fen);
        ledger.post(booking, List.of(line), held.subject(), days.now());
    }
}
