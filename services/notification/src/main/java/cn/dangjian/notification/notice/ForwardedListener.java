package cn.dangjian.notification.notice;

import cn.dangjian.notification.feed.Kind;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears who is to know of a dispatch without having to do it: who helps, who gets a copy, and who is told of an earlier date. */
@Component
class ForwardedListener {

    private final TellVerdicts tellVerdicts;

    ForwardedListener(TellVerdicts tellVerdicts) {
        this.tellVerdicts = tellVerdicts;
    }

    /**
     * @param parentAssignment that was broken down
     * @param above the unit that dispatched that one, if the date is before its own
     */
    record Dispatched(
            long dispatch,
            Instant deadline,
            @Nullable Long parentAssignment,
            @Nullable String earlyReason,
            @Nullable Long above,
            @Nullable List<Long> cooperators,
            @Nullable List<Long> copies) {}

    @Hears(value = "task.dispatched.v1", order = Order.OWN)
    void on(List<Event<Dispatched>> events) {
        tellVerdicts.tell(
                events.stream().flatMap(event -> notices(event.data()).stream()).toList());
    }

    private static List<Notice> notices(Dispatched data) {
        var notices = new ArrayList<Notice>();
        var above = data.above();
        var assignment = data.parentAssignment();
        if (above != null && assignment != null) notices.add(earlier(data, assignment, above));
        if (data.cooperators() != null)
            for (long unit : data.cooperators()) notices.add(companion(data, unit, Kind.COOPERATES));
        if (data.copies() != null) for (long unit : data.copies()) notices.add(companion(data, unit, Kind.COPIED));
        return notices;
    }

    private static Notice earlier(Dispatched data, long assignment, long above) {
        return new Notice(
                assignment,
                "early:" + data.dispatch(),
                1,
                data.dispatch(),
                above,
                Kind.EARLIER,
                data.earlyReason(),
                data.deadline(),
                null);
    }

    /** It sees no assignment. */
    private static Notice companion(Dispatched data, long unit, Kind kind) {
        return new Notice(
                0, "companion:" + data.dispatch() + ":" + unit, 1, data.dispatch(), unit, kind, null, null, null);
    }
}
