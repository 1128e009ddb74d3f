package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
    private final Directory directory;
    private final Clock clock;

    DispatchTask(
            DispatchRepository dispatches,
            Addressing addressing,
            Announcements announcements,
            Directory directory,
            Clock clock) {
        this.dispatches = dispatches;
        this.addressing = addressing;
        this.announcements = announcements;
        this.directory = directory;
        this.clock = clock;
    }

    record Order(
            String title, String text, String goal, OffsetDateTime deadline, boolean materialRequired, Target target) {}

    @Transactional
    Outcome dispatch(Order order, Scope subtree, Caller caller) {
        var issuer = directory.unitOf(caller);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        if (!order.deadline().isAfter(now)) return new Outcome.DeadlinePast();
        if (order.target().choosesNothing()) return new Outcome.NoTargetChosen();
        var outside = outside(order.target(), subtree);
        if (!outside.isEmpty()) return new Outcome.OutsideScope(outside);

        var dispatch = store(order, subtree.by(), issuer, caller, now);
        int addressed = addressing.address(dispatch.id(), order.target(), subtree);
        if (addressed == 0) return new Outcome.NobodyAddressed();
        dispatches.saveAddressed(dispatch.id(), addressed);

        var sent = with(dispatch, dispatch.id(), addressed);
        announcements.announce(sent, addressing.addressed(sent.id()), caller.subject());
        return new Outcome.Dispatched(sent);
    }

    private List<Long> outside(Target target, Scope subtree) {
        var named = new ArrayList<Long>();
        if (target.units() != null) target.units().stream().map(UnitId::value).forEach(named::add);
        if (target.under() != null) named.add(target.under().value());
        if (named.isEmpty()) return List.of();
        return dispatches.findOutside(named, subtree);
    }

    private Dispatch store(Order order, Hierarchy hierarchy, Unit issuer, Caller caller, OffsetDateTime now) {
        int year = now.atZoneSameInstant(BEIJING).getYear();
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
                order.deadline(),
                order.materialRequired(),
                order.target(),
                hierarchy,
                0,
                caller.account(),
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

    /** How dispatching ends; everything but the first leaves nothing behind. */
    sealed interface Outcome {
        record Dispatched(Dispatch dispatch) implements Outcome {}

        record DeadlinePast() implements Outcome {}

        record NoTargetChosen() implements Outcome {}

        record OutsideScope(List<Long> units) implements Outcome {}

        record NobodyAddressed() implements Outcome {}
    }
}
