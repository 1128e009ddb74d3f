package cn.dangjian.task.again;

import cn.dangjian.platform.events.Outbox;
import cn.dangjian.task.again.AgainQueries.Dispatched;
import cn.dangjian.task.again.Events.History;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes on with what is to be told again: some in each transaction, so that what a process has left the next one tells. */
@Service
class TellAgain {

    private static final int AT_ONCE = 500;

    private final RetellingTable table;
    private final AgainQueries queries;
    private final Events events;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    TellAgain(
            RetellingTable table, AgainQueries queries, Events events, Outbox outbox, TransactionTemplate transaction) {
        this.table = table;
        this.queries = queries;
        this.events = events;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void tellAgain() {
        while (Boolean.TRUE.equals(transaction.execute(status -> tellSome()))) {
            // one transaction after the other, until all is told
        }
    }

    private boolean tellSome() {
        var taken = table.take();
        if (taken.isEmpty()) return false;
        var what = taken.get().what();
        long after = taken.get().upto();
        long upto =
                switch (what) {
                    case DISPATCHES -> tellDispatch(after);
                    case ASSIGNMENTS -> tellAssignments(after);
                };
        if (upto < 0) table.done(what);
        else table.advance(what, upto);
        return true;
    }

    /** One at a time, with all that it has addressed, as it was dispatched. */
    private long tellDispatch(long after) {
        var next = queries.findDispatch(after);
        next.ifPresent(dispatch -> outbox.appendAll(events.of(dispatch, queries.listAddressed(dispatch.id()))));
        return next.map(Dispatched::id).orElse(-1L);
    }

    private long tellAssignments(long after) {
        var some = queries.listAssignments(after, AT_ONCE);
        if (some.isEmpty()) return -1;
        var ids = some.stream().map(AgainQueries.Standing::id).toList();
        var submissions = queries.listSubmissions(ids);
        var held = queries.listHeld(ids);
        var dated = queries.listDated(ids);
        outbox.appendAll(some.stream()
                .flatMap(one -> events
                        .of(
                                one,
                                new History(
                                        submissions.getOrDefault(one.id(), List.of()),
                                        held.getOrDefault(one.id(), List.of()),
                                        dated.getOrDefault(one.id(), List.of())))
                        .stream())
                .toList());
        return some.getLast().id();
    }
}
