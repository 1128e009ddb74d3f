package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.task.due.Deadline;
import cn.dangjian.task.due.Due;
import cn.dangjian.task.trace.Traces;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 派送: a unit sends a task to the units below it, in its territory or in its line, that fit a target. */
@Service
class DispatchTask {

    /** The year of a number is the year in Beijing. */
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final DispatchRepository dispatches;
    private final Addressing addressing;
    private final Announcements announcements;

    DispatchTask(DispatchRepository dispatches, Addressing addressing, Announcements announcements) {
        this.dispatches = dispatches;
        this.addressing = addressing;
        this.announcements = announcements;
    }

    /** A task to dispatch. */
    record Order(
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 20000) String text,
            @NotBlank @Size(max = 1000) String goal,
            @NotNull @Valid Deadline deadline,
            @Nullable Boolean materialRequired,
            @NotNull @Valid Target target) {}

    /** @param due what the deadline of the order comes to */
    @Transactional
    Dispatch dispatch(Order order, Due due, Desk desk) {
        var now = desk.now().atOffset(ZoneOffset.UTC);
        DispatchRefusal.DEADLINE_PAST.unless(due.at().isAfter(now));
        Traces.refuse(order.title(), order.text(), order.goal());
        DispatchRefusal.NONE_CHOSEN.when(order.target().choosesNothing());
        var outside = outside(order.target(), desk.scope());
        if (!outside.isEmpty()) throw DispatchRefusal.OUTSIDE_SCOPE.with(outside.size(), shown(outside));
        var headings = headings(order.target(), desk.scope());
        if (!headings.isEmpty()) throw DispatchRefusal.HEADING_NAMED.with(shown(headings));

        var dispatch = store(order, due, desk, now);
        int addressed = addressing.address(dispatch.id(), order.target(), desk.scope());
        DispatchRefusal.NOBODY_ADDRESSED.when(addressed == 0);

        dispatches.saveAddressed(dispatch.id(), addressed);
        var sent = with(dispatch, dispatch.id(), addressed);
        announcements.announce(sent, addressing.addressed(sent.id()), desk.subject());
        return sent;
    }

    private List<Long> outside(Target target, Scope subtree) {
        var named = new ArrayList<Long>();
        if (target.units() != null) target.units().stream().map(UnitId::value).forEach(named::add);
        if (target.under() != null) named.add(target.under().value());
        if (named.isEmpty()) return List.of();
        return dispatches.findOutside(named, subtree);
    }

    private List<Long> headings(Target target, Scope subtree) {
        if (target.units() == null || target.units().isEmpty()) return List.of();
        return dispatches.findHeadings(
                target.units().stream().map(UnitId::value).toList(), subtree);
    }

    private static String shown(List<Long> units) {
        var first = units.stream().limit(10).map(String::valueOf).toList();
        return String.join("、", first) + (units.size() > first.size() ? "…" : "");
    }

    private Dispatch store(Order order, Due due, Desk desk, OffsetDateTime now) {
        int year = now.atZoneSameInstant(BEIJING).getYear();
        var issuer = desk.unit();
        String number = "%s-%d-%04d"
                .formatted(
                        issuer.code(), year, dispatches.nextNumber(issuer.id().value(), year));
        var dispatch = new Dispatch(
                new DispatchId(0),
                number,
                issuer.id(),
                order.title(),
                order.text(),
                order.goal(),
                due.at(),
                Boolean.TRUE.equals(order.materialRequired()),
                order.target(),
                desk.scope().by(),
                0,
                desk.caller().account(),
                now,
                1);
        return with(dispatch, dispatches.insert(dispatch), 0);
    }

    private static Dispatch with(Dispatch dispatch, DispatchId id, int addressed) {
        return new Dispatch(
                id,
                dispatch.number(),
                dispatch.issuerId(),
                dispatch.title(),
                dispatch.text(),
                dispatch.goal(),
                dispatch.deadline(),
                dispatch.materialRequired(),
                dispatch.target(),
                dispatch.hierarchy(),
                addressed,
                dispatch.issuedBy(),
                dispatch.issuedAt(),
                dispatch.version());
    }
}
