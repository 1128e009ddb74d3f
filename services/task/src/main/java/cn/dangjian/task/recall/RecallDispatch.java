package cn.dangjian.task.recall;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.task.assignment.MoveAssignment;
import cn.dangjian.task.dispatch.Dispatch;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.dispatch.DispatchRefusal;
import cn.dangjian.task.dispatch.RelayTable;
import cn.dangjian.task.dispatch.RelayTable.Link;
import cn.dangjian.task.recall.RecallTable.Kind;
import cn.dangjian.task.recall.RecallTable.Recall;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 撤回、延期、重开: tier by tier, from the dispatch down. Whoever forwards something at this moment holds its assignment: he
 * comes first, and what he forwarded is found in the next tier, or he comes second and is told.
 */
@Service
class RecallDispatch {

    private static final int AT_ONCE = 1000;

    private final RelayTable relays;
    private final MoveAssignment assignments;
    private final RecallTable recalls;
    private final RecallAnnouncements announcements;

    RecallDispatch(
            RelayTable relays, MoveAssignment assignments, RecallTable recalls, RecallAnnouncements announcements) {
        this.relays = relays;
        this.assignments = assignments;
        this.recalls = recalls;
        this.announcements = announcements;
    }

    record WithdrawalRequest(
            @NotBlank @Stripped(lines = true) @Size(max = 1000)
            String reason) {}

    record ExtensionRequest(
            @NotNull OffsetDateTime deadline,

            @NotBlank @Stripped(lines = true) @Size(max = 1000)
            String reason) {}

    /** @param until by when what is opened again is to be handed in; has to be said once the deadline is past */
    record ReopeningRequest(
            @NotBlank @Stripped(lines = true) @Size(max = 1000)
            String reason,

            @Nullable OffsetDateTime until) {}

    @Transactional
    Recall withdraw(DispatchId id, WithdrawalRequest request, Desk desk) {
        var top = held(id, desk);
        RecallRefusal.WITHDRAWN.when(relays.isRecalled(id));
        int units = 0;
        var all = new ArrayList<Link>();
        for (int depth = top.depth(); ; depth++) {
            var tier = relays.listBelow(top, depth);
            if (tier.isEmpty()) break;
            for (int first = 0; first < tier.size(); first += AT_ONCE) {
                var some = ids(tier.subList(first, Math.min(first + AT_ONCE, tier.size())));
                units += assignments.withdraw(some, id);
                relays.recall(some, id);
            }
            all.addAll(tier);
        }
        var recall = new Recall(Kind.WITHDRAWN, request.reason(), null, all.size(), units);
        recalls.insert(id, recall, desk);
        announcements.changed(all, null, recall, desk);
        assignments.announceWithdrawn(all, id, request.reason(), desk);
        return recall;
    }

    /** Dates below that stood at the old limit move along; earlier ones, which units set themselves, stay. */
    @Transactional
    Recall extend(DispatchId id, ExtensionRequest request, Desk desk) {
        var top = held(id, desk);
        RecallRefusal.WITHDRAWN.when(relays.isRecalled(id));
        var until = Dispatch.kept(request.deadline());
        RecallRefusal.NOT_LATER.unless(
                until.isAfter(top.deadline()) && until.toInstant().isAfter(desk.now()));
        var above = recalls.findDueAbove(id);
        if (above.isPresent() && until.isAfter(above.get())) throw RecallRefusal.BEYOND.with(above.get());

        int units = 0;
        var all = new ArrayList<Link>();
        for (int depth = top.depth(); ; depth++) {
            var tier = relays.listBelow(top, depth);
            if (tier.isEmpty()) break;
            var limited = tier.stream()
                    .filter(link -> link.deadline().isEqual(top.deadline()))
                    .toList();
            for (int first = 0; first < limited.size(); first += AT_ONCE)
                relays.extend(
                        ids(limited.subList(first, Math.min(first + AT_ONCE, limited.size()))), until.toInstant());
            units += limited.stream().mapToInt(Link::addressed).sum();
            all.addAll(limited);
        }
        var recall = new Recall(Kind.EXTENDED, request.reason(), until, all.size(), units);
        recalls.insert(id, recall, desk);
        announcements.changed(all, until, recall, desk);
        return recall;
    }

    /** What was withdrawn stands again where it stood; of what was not, whatever is approved is to be done again. */
    @Transactional
    Recall reopen(DispatchId id, ReopeningRequest request, Desk desk) {
        var top = held(id, desk);
        var until = request.until();
        RecallRefusal.UNTIL_EARLY.when(
                until != null && (!until.toInstant().isAfter(desk.now()) || until.isBefore(top.deadline())));
        RecallRefusal.WITHDRAWN_ABOVE.when(recalls.isWithdrawnAbove(id));
        var restored = relays.listRecalled(id);
        var recall = restored.isEmpty() ? again(top, request, desk) : restored(id, restored, request, desk);
        recalls.insert(id, recall, desk);
        return recall;
    }

    private Recall restored(DispatchId id, List<Link> restored, ReopeningRequest request, Desk desk) {
        relays.restore(id);
        int units = assignments.restore(restored, id, request.reason(), desk);
        var recall = new Recall(Kind.REOPENED, request.reason(), null, restored.size(), units);
        announcements.changed(restored, null, recall, desk);
        return recall;
    }

    private Recall again(Link top, ReopeningRequest request, Desk desk) {
        var until = request.until();
        RecallRefusal.UNTIL_MISSING.when(
                until == null && desk.now().isAfter(top.deadline().toInstant()));
        int units = 0;
        int dispatches = 0;
        for (int depth = top.depth(); ; depth++) {
            var tier = relays.listBelow(top, depth);
            if (tier.isEmpty()) break;
            units += assignments.reopen(tier, request.reason(), until == null ? null : until.toInstant(), desk);
            dispatches += tier.size();
        }
        RecallRefusal.NOTHING_TO_OPEN.when(units == 0);
        return new Recall(Kind.REOPENED, request.reason(), until, dispatches, units);
    }

    private Link held(DispatchId id, Desk desk) {
        var top = relays.listLocked(id).stream().findFirst().orElseThrow(DispatchRefusal.UNKNOWN);
        boolean holder = recalls.isHolder(id, desk.unit().id());
        DispatchRefusal.UNKNOWN.unless(holder || desk.known(top.issuer()).isPresent());
        RecallRefusal.NOT_YOURS.unless(holder);
        return top;
    }

    private static List<DispatchId> ids(List<Link> links) {
        return links.stream().map(Link::id).toList();
    }
}
