package cn.dangjian.member.telling.due;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.dangjian.platform.events.Outbox;
import java.util.ArrayList;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Announces what is due, in replicas side by side. */
@Component
public class Teller {

    /** Announced are pages of this many neighbouring numbers: what is said of a thing always has the same key. */
    private static final int PAGE = 500;

    private static final int AT_ONCE = 10_000;

    /** As all that a service does from time to time is done by one thread, which others wait for. */
    private static final int IN_A_TURN = 10;

    private final DueTable due;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Teller(DueTable due, Outbox outbox, TransactionTemplate transaction) {
        this.due = due;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** Says that these have changed, in the transaction that changes them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mark(String kind, SortedSet<Long> numbers) {
        if (!numbers.isEmpty()) due.mark(kind, numbers);
    }

    /** Lets these be told again, of which nothing has changed but what follows from the day. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void markAgain(String kind, SortedSet<Long> numbers) {
        if (!numbers.isEmpty()) due.markAgain(kind, numbers);
    }

    /** Lets all be told again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void markAll(Told<?> told) {
        long last = 0;
        while (true) {
            var numbers = told.listAfter(last, AT_ONCE);
            if (numbers.isEmpty()) return;
            due.markAgain(told.kind(), numbers);
            last = numbers.getLast();
        }
    }

    /**
     * One transaction after the other, until nothing is due; or until it is the others' turn, as while a large file is read
     * there is always something due.
     */
    public void announceDue(Told<?> told) {
        for (int done = 0; done < IN_A_TURN; done++) {
            if (!Boolean.TRUE.equals(transaction.execute(status -> announceSome(told)))) return;
        }
    }

    private <T> boolean announceSome(Told<T> told) {
        var numbers = due.take(told.kind(), PAGE);
        if (numbers.isEmpty()) return false;
        var pages = numbers.stream().collect(groupingBy(number -> number / PAGE, TreeMap::new, toList()));
        // first the pages, so that what is read then is newer than what was announced of them
        var versions = due.nextVersions(told.kind(), pages.navigableKeySet());
        var states = told.states(numbers);
        var entries = new ArrayList<Outbox.Entry>();
        pages.forEach((page, ofPage) -> entries.add(new Outbox.Entry(
                told.type(),
                told.kind() + ":" + page,
                Objects.requireNonNull(versions.get(page)),
                null,
                told.data(ofPage.stream()
                        .map(number -> Objects.requireNonNull(states.get(number)))
                        .toList()))));
        outbox.appendAll(entries);
        due.done(told.kind(), numbers);
        return true;
    }
}
