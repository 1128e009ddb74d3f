package cn.dangjian.dues.care.arrears;

import cn.dangjian.dues.care.arrears.ArrearsCase.State;
import cn.dangjian.dues.care.arrears.AskTable.Untold;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.total.sum.ToldAgain;
import cn.dangjian.platform.events.Outbox;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens what is to be asked, and announces each case that has changed, whole; in replicas side by side. */
@Service
class AnnounceArrears implements ToldAgain {

    private static final String TYPE = "dues.arrears-case-changed.v1";
    private static final int AT_ONCE = 500;

    private final KeepArrears keepArrears;
    private final AskTable table;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    AnnounceArrears(KeepArrears keepArrears, AskTable table, Outbox outbox, TransactionTemplate transaction) {
        this.keepArrears = keepArrears;
        this.table = table;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** The data of {@code contracts/events/arrears-case-changed.v1}. */
    record ArrearsCaseChanged(
            long arrearsCase,
            long member,
            long unit,
            State state,
            int months,
            @Nullable YearMonth since,
            Yuan open,
            LocalDate openedOn,
            @Nullable LocalDate decidedOn,
            @Nullable String document) {

        static ArrearsCaseChanged of(Untold one) {
            return new ArrearsCaseChanged(
                    one.id(),
                    one.member(),
                    one.unit(),
                    one.state(),
                    one.months(),
                    one.since() == null ? null : YearMonth.from(one.since()),
                    new Yuan(one.fen()),
                    one.openedOn(),
                    one.decidedOn(),
                    one.document());
        }
    }

    /** Nobody waits for it: what is asked about has been open for half a year. */
    @Scheduled(fixedDelayString = "PT1S")
    void askAndTell() {
        while (keepArrears.ask()) {
            // one transaction after the other, until nobody is to be asked
        }
        keepArrears.keep();
        while (Boolean.TRUE.equals(transaction.execute(status -> announceSome()))) {
            // one transaction after the other, until all is told
        }
    }

    @Override
    @Transactional
    public void tellAgain() {
        table.tellAgain();
    }

    private boolean announceSome() {
        var untold = table.listUntold(AT_ONCE);
        if (untold.isEmpty()) return false;
        outbox.appendAll(untold.stream()
                .map(one -> new Outbox.Entry(
                        TYPE, "arrears-case:" + one.id(), one.version(), null, ArrearsCaseChanged.of(one)))
                .toList());
        table.told(untold.stream().map(Untold::id).toList());
        return true;
    }
}
