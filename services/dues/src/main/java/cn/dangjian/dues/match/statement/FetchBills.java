package cn.dangjian.dues.match.statement;

import cn.dangjian.dues.match.statement.DailyBill.BrokenException;
import cn.dangjian.dues.match.statement.StatementTable.Due;
import cn.dangjian.dues.match.statement.StatementTable.Fetched;
import cn.dangjian.dues.match.statement.StatementTable.Next;
import cn.dangjian.dues.online.provider.PaymentProvider;
import cn.dangjian.dues.online.provider.ProviderRefusedException;
import cn.dangjian.dues.online.provider.ProviderSilentException;
import cn.dangjian.platform.directory.desk.Days;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** 取账单: fetches the provider's list of each day when it is over, and of days that somebody asks for. */
@Service
class FetchBills {

    private static final Logger log = LoggerFactory.getLogger(FetchBills.class);

    private static final int AT_ONCE = 5;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int LONGEST_POWER = 7;
    private static final String PLATFORM = "service:dues";

    /** Providers have the list of a day at ten on the next one. */
    private static final Duration READY = Duration.ofHours(10);

    /** Since the first list within so many days none is left out. */
    private static final int DAYS_BACK = 30;

    private final PaymentProvider provider;
    private final StatementTable statements;
    private final StoreBill storeBill;
    private final TransactionTemplate transaction;
    private final Days days;
    private final AtomicBoolean busy = new AtomicBoolean();

    FetchBills(
            PaymentProvider provider,
            StatementTable statements,
            StoreBill storeBill,
            TransactionTemplate transaction,
            Days days) {
        this.provider = provider;
        this.statements = statements;
        this.storeBill = storeBill;
        this.transaction = transaction;
        this.days = days;
    }

    /**
     * The day that was over ten hours ago, and those before it of which nobody has asked since they were; a list that somebody
     * has fetched on the day itself was not whole.
     */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void askForDaysThatAreOver() {
        if (!provider.isOpen()) return;
        var last = lastReady(days.now());
        var fetched = statements.listFetched(last.minusDays(DAYS_BACK), last);
        var whole = fetched.stream()
                .filter(one -> !lastReady(one.at().toInstant(ZoneOffset.UTC)).isBefore(one.day()))
                .map(Fetched::day)
                .toList();
        var first = fetched.stream().map(Fetched::day).min(LocalDate::compareTo).orElse(last);
        statements.dueUnlessDue(
                first.datesUntil(last.plusDays(1))
                        .filter(day -> !whole.contains(day))
                        .toList(),
                PLATFORM,
                days.now());
    }

    /** The last day whose list is ready at a time. */
    private LocalDate lastReady(Instant at) {
        return days.dayOf(at.minus(READY)).minusDays(1);
    }

    /** On a thread of its own: a provider that is silent holds none of the platform's other work. */
    @Scheduled(fixedDelayString = "PT0.5S")
    void fetchDue() {
        if (!provider.isOpen() || !busy.compareAndSet(false, true)) return;
        Thread.ofVirtual().name("bills").start(() -> {
            try {
                Objects.requireNonNull(transaction.execute(status -> take())).forEach(this::fetchOne);
            } finally {
                busy.set(false);
            }
        });
    }

    private void fetchOne(Due due) {
        try {
            fetch(due);
        } catch (BrokenException e) {
            log.error("The provider's list of {} is not stored: {}", due.day(), e.getMessage());
            statements.note(due.day(), String.valueOf(e.getMessage()));
        } catch (ProviderSilentException | ProviderRefusedException e) {
            log.warn("The provider's list of {} is asked for again: {}", due.day(), e.getMessage());
            statements.note(due.day(), "SILENT");
        } catch (RuntimeException e) {
            log.error("The provider's list of {} is asked for again", due.day(), e);
        }
    }

    private List<Due> take() {
        var now = days.now();
        var due = statements.take(now, AT_ONCE);
        statements.asked(due.stream()
                .map(one -> new Next(one.day(), now.plus(SOON.multipliedBy(1L << Math.min(one.asks(), LONGEST_POWER)))))
                .toList());
        return due;
    }

    private void fetch(Due due) {
        var text = provider.dailyBill(due.day());
        if (text.isEmpty()) statements.note(due.day(), "NOT_YET");
        else storeBill.store(due.day(), DailyBill.parse(text.get(), provider.merchant()), due.subject());
    }
}
