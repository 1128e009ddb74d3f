package cn.dangjian.task.recall;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.dispatch.RelayTable.Link;
import cn.dangjian.task.recall.RecallTable.Kind;
import cn.dangjian.task.recall.RecallTable.Recall;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the house hears of a dispatch that was withdrawn, extended or opened again. */
@Component
class RecallAnnouncements {

    private final Outbox outbox;

    RecallAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * The data of {@code contracts/events/dispatch-changed.v1}.
     *
     * @param what was done to it
     * @param reason said by whoever did it
     */
    record DispatchChanged(
            DispatchId dispatch,
            String number,
            UnitId issuer,
            String title,
            OffsetDateTime deadline,
            boolean withdrawn,
            Kind what,
            String reason,
            OffsetDateTime at) {}

    /** @param until the new deadline of all of them; null if each keeps its own */
    void changed(List<Link> links, @Nullable OffsetDateTime until, Recall recall, Desk desk) {
        outbox.appendAll(links.stream()
                .map(link -> new Outbox.Entry(
                        "task.dispatch-changed.v1",
                        "dispatch:" + link.id().value(),
                        link.version() + 1,
                        desk.subject(),
                        new DispatchChanged(
                                link.id(),
                                link.number(),
                                link.issuer(),
                                link.title(),
                                Objects.requireNonNullElse(until, link.deadline()),
                                recall.kind() == Kind.WITHDRAWN,
                                recall.kind(),
                                recall.reason(),
                                desk.now().atOffset(ZoneOffset.UTC))))
                .toList());
    }
}
