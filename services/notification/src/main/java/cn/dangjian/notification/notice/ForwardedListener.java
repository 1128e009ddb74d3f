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

    /** These notices are told by no version of an assignment: theirs stand far below zero, one place for each. */
    private static final long BELOW = 1_000_000;

    private static final int PLACES = 1000;

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
        if (above != null && assignment != null)
            notices.add(notice(data, notices.size(), assignment, above, Kind.EARLIER));
        if (data.cooperators() != null)
            for (long unit : data.cooperators()) notices.add(notice(data, notices.size(), 0, unit, Kind.COOPERATES));
        if (data.copies() != null)
            for (long unit : data.copies()) notices.add(notice(data, notices.size(), 0, unit, Kind.COPIED));
        return notices;
    }

    /** @param assignment 0 if the unit sees none */
    private static Notice notice(Dispatched data, int place, long assignment, long unit, Kind kind) {
        long version = -(BELOW + data.dispatch() * PLACES + place);
        boolean early = kind == Kind.EARLIER;
        return new Notice(
                assignment,
                version,
                data.dispatch(),
                unit,
                kind,
                early ? data.earlyReason() : null,
                early ? data.deadline() : null);
    }
}
