package cn.dangjian.task.urge;

import cn.dangjian.platform.events.Outbox;
import cn.dangjian.task.urge.UrgeTable.Told;
import cn.dangjian.task.urge.WordTable.Issued;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the house hears of urging: one step of one deadline, in chunks of units. */
@Component
class UrgeAnnouncements {

    private static final int CHUNK = 500;

    private final Outbox outbox;

    UrgeAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The data of {@code contracts/events/urged.v1}. */
    record Urged(
            long dispatch,
            String number,
            long issuer,
            String title,
            Step step,
            Instant deadline,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String word,

            int chunk,
            int chunks,
            List<Unit> units) {}

    /** @param late of UP, how many units below are late */
    record Unit(
            long urge,
            long unit,
            long assignment,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long late) {

        static Unit of(Told told) {
            return new Unit(told.urge(), told.unit(), told.assignment(), told.late() == 0 ? null : told.late());
        }
    }

    /** @param due by hand the day on which it was asked for; of the ladder the deadline itself */
    void announce(
            Issued dispatch, Step step, Instant due, @Nullable String word, @Nullable String subject, List<Told> told) {
        int chunks = (told.size() + CHUNK - 1) / CHUNK;
        var deadline = step == Step.HAND ? dispatch.deadline() : due;
        var entries = new ArrayList<Outbox.Entry>(chunks);
        for (int chunk = 1; chunk <= chunks; chunk++) {
            var part = told.subList((chunk - 1) * CHUNK, Math.min(chunk * CHUNK, told.size()));
            entries.add(new Outbox.Entry(
                    "task.urged.v1",
                    "urge:" + dispatch.id() + "@" + due.getEpochSecond() + step + "#" + chunk,
                    1,
                    subject,
                    new Urged(
                            dispatch.id(),
                            dispatch.number(),
                            dispatch.issuer(),
                            dispatch.title(),
                            step,
                            deadline,
                            word,
                            chunk,
                            chunks,
                            part.stream().map(Unit::of).toList())));
        }
        outbox.appendAll(entries);
    }
}
