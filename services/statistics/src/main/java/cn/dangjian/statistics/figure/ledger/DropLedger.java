package cn.dangjian.statistics.figure.ledger;

import static cn.dangjian.statistics.figure.ledger.LedgerRefusal.NOT_YOURS;
import static cn.dangjian.statistics.figure.ledger.LedgerRefusal.UNKNOWN;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 撤销台账: a unit does not ask a question any more; the figures stay what they are. */
@Service
class DropLedger {

    private final LedgerTable ledgers;

    DropLedger(LedgerTable ledgers) {
        this.ledgers = ledgers;
    }

    @Transactional
    void drop(LedgerId id, Seen seen, Desk desk) {
        var ledger = ledgers.find(id, desk.unit()).orElseThrow(UNKNOWN);
        NOT_YOURS.unless(desk.isOf(ledger.unit()));
        seen.require(ledger.version());

        ledgers.delete(ledger);
    }
}
