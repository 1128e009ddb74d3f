package cn.dangjian.task.due;

import cn.dangjian.platform.events.Outbox;
import cn.dangjian.task.due.DeadlineMoves.Assignment;
import cn.dangjian.task.due.DeadlineMoves.Move;
import cn.dangjian.task.due.DeadlineMoves.Moved;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the house hears of a deadline that was counted again: whom it concerns, in chunks. */
@Component
class DeadlineAnnouncements {

    private static final int CHUNK = 500;

    private final Outbox outbox;

    DeadlineAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The data of {@code contracts/events/deadline-moved.v1}. */
    record DeadlineMoved(
            long dispatch,
            String number,
            long issuer,
            String title,
            OffsetDateTime deadline,
            OffsetDateTime before,
            boolean provisional,
            String reason,
            int chunk,
            int chunks,
            List<Assignment> assignments) {}

    /** The data of {@code contracts/events/dispatch-changed.v1}. */
    record DispatchChanged(
            long dispatch,
            String number,
            long issuer,
            String title,
            OffsetDateTime deadline,
            boolean withdrawn,
            String what,
            String reason,
            OffsetDateTime at) {}

    void announce(Move move, Moved moved, boolean provisional, OffsetDateTime at) {
        var all = moved.assignments();
        int chunks = Math.max(1, (all.size() + CHUNK - 1) / CHUNK);
        var entries = new ArrayList<Outbox.Entry>(chunks + 1);
        entries.add(new Outbox.Entry(
                "task.dispatch-changed.v1",
                "dispatch:" + move.dispatch(),
                moved.version(),
                move.subject(),
                new DispatchChanged(
                        move.dispatch(),
                        moved.number(),
                        moved.issuer(),
                        moved.title(),
                        move.to(),
                        false,
                        "RECOUNTED",
                        move.reason(),
                        at)));
        for (int chunk = 1; chunk <= chunks; chunk++) {
            var part = List.copyOf(all.subList((chunk - 1) * CHUNK, Math.min(chunk * CHUNK, all.size())));
            entries.add(new Outbox.Entry(
                    "task.deadline-moved.v1",
                    "deadline:" + move.dispatch() + "#" + chunk,
                    moved.version(),
                    move.subject(),
                    new DeadlineMoved(
                            move.dispatch(),
                            moved.number(),
                            moved.issuer(),
                            moved.title(),
                            move.to(),
                            move.from(),
                            provisional,
                            move.reason(),
                            chunk,
                            chunks,
                            part)));
        }
        outbox.appendAll(entries);
    }
}
