package cn.dangjian.member.telling.count;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.dangjian.member.telling.count.UnitCount.Counter;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Outbox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** 公布党员数: announces the numbers of the units that are due, whole, in replicas side by side. */
@Service
class AnnounceCounts {

    private static final String TYPE = "member.counts-changed.v1";

    /** Units are announced in pages of this many neighbouring numbers. */
    private static final int PAGE = 500;

    private final DueTable due;
    private final CountQueries queries;
    private final Outbox outbox;
    private final Days days;
    private final TransactionTemplate transaction;

    AnnounceCounts(DueTable due, CountQueries queries, Outbox outbox, Days days, TransactionTemplate transaction) {
        this.due = due;
        this.queries = queries;
        this.outbox = outbox;
        this.days = days;
        this.transaction = transaction;
    }

    /** The data of {@code contracts/events/counts-changed.v1}. */
    record CountsChanged(List<UnitCount> counts) {}

    @Scheduled(fixedDelayString = "PT0.3S")
    void announceDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> announceSome()))) {
            // one transaction after the other, until none is due
        }
    }

    /** On the first of a month everybody's age is another one. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void beginMonth() {
        transaction.executeWithoutResult(status -> {
            if (due.beginMonth(asOf())) due.markAll();
        });
    }

    private boolean announceSome() {
        var units = due.take(PAGE);
        if (units.isEmpty()) return false;
        var pages = units.stream().collect(groupingBy(unit -> unit / PAGE, TreeMap::new, toList()));
        // first the pages, so that what is counted then is newer than what was announced of them
        var versions = due.nextVersions(pages.navigableKeySet());
        var counts = count(units);
        var entries = new ArrayList<Outbox.Entry>();
        pages.forEach((page, ofPage) -> entries.add(new Outbox.Entry(
                TYPE,
                "counts:" + page,
                Objects.requireNonNull(versions.get(page)),
                null,
                new CountsChanged(ofPage.stream().map(counts::get).toList()))));
        outbox.appendAll(entries);
        due.done(units);
        return true;
    }

    private Map<Long, UnitCount> count(List<Long> units) {
        var counters = new HashMap<Long, Counter>();
        for (long unit : units) counters.put(unit, new Counter(new UnitId(unit), asOf()));
        for (var one : queries.listPeople(units)) {
            counters.computeIfAbsent(one.unit().value(), unit -> new Counter(one.unit(), asOf()))
                    .add(one);
        }
        var counts = new HashMap<Long, UnitCount>();
        counters.forEach((unit, counter) -> counts.put(unit, counter.count()));
        return counts;
    }

    private LocalDate asOf() {
        return days.today().withDayOfMonth(1);
    }
}
