package cn.dangjian.notification.notice;

import cn.dangjian.notification.feed.Kind;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what became of what units handed in, and of what they had to do when they ended. */
@Component
class VerdictListener {

    private final TellVerdicts tellVerdicts;

    VerdictListener(TellVerdicts tellVerdicts) {
        this.tellVerdicts = tellVerdicts;
    }

    /**
     * @param dueAt its own date, if it has one
     * @param reason said by the event of the return itself, and by none after it
     * @param document by which its unit ended
     * @param voice what its unit answered, and was told the reply to
     * @param reopened whether it was approved or withdrawn, and goes on again
     */
    record Changed(
            long assignment,
            long dispatch,
            long unit,
            String state,
            @Nullable Instant dueAt,
            @Nullable String reason,
            @Nullable String document,
            @Nullable Long voice,
            @Nullable Boolean reopened) {

        /** Null if the unit did it itself, or goes on with what another one had. */
        private @Nullable Kind kind() {
            if (voice != null) return null;
            if (Boolean.TRUE.equals(reopened)) return Kind.REOPENED;
            return switch (state) {
                case "WITHDRAWN" -> Kind.WITHDRAWN;
                case "RETURNED" -> reason == null ? null : Kind.RETURNED;
                case "APPROVED" -> Kind.APPROVED;
                case "MERGED" -> Kind.MERGED;
                case "CLOSED" -> Kind.CLOSED;
                default -> null;
            };
        }
    }

    @Hears(value = "task.assignment-changed.v1", order = Order.OWN)
    void on(List<Event<Changed>> events) {
        tellVerdicts.tell(
                events.stream().flatMap(event -> notice(event).stream()).toList());
    }

    private static List<Notice> notice(Event<Changed> event) {
        var data = event.data();
        var kind = data.kind();
        if (kind == null) return List.of();
        var reason = data.reason() == null ? data.document() : data.reason();
        return List.of(new Notice(
                data.assignment(),
                Notice.ASSIGNMENT,
                event.version(),
                data.dispatch(),
                data.unit(),
                kind,
                reason,
                kind == Kind.RETURNED || kind == Kind.REOPENED ? data.dueAt() : null,
                null));
    }
}
