package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.dispatch.Origins;
import cn.dangjian.task.dispatch.RelayTable.Link;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.Move;
import cn.dangjian.task.flow.State;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves (办理) that need no words: signing, breaking down, working, and taking up a review. */
@Service
public class MoveAssignment {

    private static final int AT_ONCE = 1000;

    private final AssignmentRepository assignments;
    private final AssignmentTable table;
    private final AssignmentAnnouncements announcements;
    private final Reviewers reviewers;
    private final Origins origins;

    MoveAssignment(
            AssignmentRepository assignments,
            AssignmentTable table,
            AssignmentAnnouncements announcements,
            Reviewers reviewers,
            Origins origins) {
        this.assignments = assignments;
        this.table = table;
        this.announcements = announcements;
        this.reviewers = reviewers;
        this.origins = origins;
    }

    /** 签收: a unit confirms that it has received its assignment; doing so twice changes nothing. */
    @Transactional
    Assignment sign(AssignmentId id, Desk desk, Seen seen) {
        var assignment = assignments.hold(id, desk.scope());
        if (assignment.isSigned()) return assignment;
        seen.require(assignment.version());

        var now = desk.now().atOffset(ZoneOffset.UTC);
        var signed = assignments.update(assignment.sign(desk.caller().account(), now));
        announcements.changed(signed, desk.caller(), now);
        return signed;
    }

    /** 受理审核: of two reviewers one takes it up; the same one twice changes nothing. */
    @Transactional
    Assignment takeUp(AssignmentId id, Desk desk, Seen seen) {
        var assignment = reviewable(id, desk);
        if (assignment.state() == State.IN_REVIEW) {
            AssignmentRefusal.TAKEN_UP.unless(desk.caller().account().equals(assignment.reviewingBy()));
            return assignment;
        }
        seen.require(assignment.version());
        return moved(assignment.reviewedBy(desk.caller().account()), desk);
    }

    /** 放回: what one reviewer has taken up another one can take up again. */
    @Transactional
    Assignment release(AssignmentId id, Desk desk, Seen seen) {
        var assignment = reviewable(id, desk);
        if (assignment.state() == State.SUBMITTED) return assignment;
        seen.require(assignment.version());
        return moved(assignment.after(Move.RELEASE), desk);
    }

    private Assignment reviewable(AssignmentId id, Desk desk) {
        var assignment = assignments.hold(id, desk.scope());
        AssignmentRefusal.NOT_YOUR_REVIEW.unless(reviewers.isReviewer(assignment, desk));
        AssignmentRefusal.ALREADY_APPROVED.when(assignment.isApproved());
        AssignmentRefusal.NOT_SUBMITTED.unless(assignment.state().isHandedIn());
        return assignment;
    }

    /**
     * What a unit has itself and goes on with by a move; nobody else changes it until the transaction ends.
     *
     * @param desk also of a subtree: nothing but what its unit itself has is there
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Assignment own(AssignmentId id, Move move, Desk desk, Seen seen) {
        var assignment = assignments.hold(id, desk.scope());
        AssignmentRefusal.UNKNOWN.unless(desk.isOf(assignment.unitId()));
        AssignmentRefusal.NOT_SIGNED.unless(assignment.isSigned());
        AssignmentRefusal.UNDER_REVIEW.when(assignment.state().isHandedIn());
        AssignmentRefusal.ALREADY_APPROVED.when(assignment.isApproved());
        seen.require(assignment.version());
        move.after(assignment.state());
        return assignment;
    }

    /** When it is to be handed in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OffsetDateTime due(Assignment assignment) {
        return origins.due(assignment.dispatchId(), assignment.dueAt());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Assignment move(Assignment assignment, Move move, Desk desk) {
        return moved(assignment.after(move), desk);
    }

    /** Of these those that can be passed on by a standing instruction still; nobody changes them until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> passable(Collection<Long> ids) {
        return table.listPassable(ids);
    }

    /** They were forwarded by a standing instruction; its holder is told as who did it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void passedOn(Collection<Long> ids, Instant now) {
        table.passOn(ids, now);
        announcements.passed(table.list(ids).stream()
                .map(one -> AssignmentAnnouncements.entry(one, null, null, subject(one), now.atOffset(ZoneOffset.UTC)))
                .toList());
    }

    private static String subject(Assignment assignment) {
        var by = assignment.signedBy();
        return by == null ? "task" : "account:" + by.value();
    }

    /**
     * 撤回: takes back what is open of these dispatches.
     *
     * @param with the dispatch that is withdrawn, of which they are part
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int withdraw(Collection<DispatchId> dispatches, DispatchId with) {
        return table.withdraw(dispatches, with);
    }

    /** Tells each unit of what was withdrawn. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announceWithdrawn(List<Link> dispatches, DispatchId with, String reason, Desk desk) {
        var at = desk.now().atOffset(ZoneOffset.UTC);
        each(
                dispatches,
                (some, after) -> table.listRecalled(some, with, after, AT_ONCE),
                ids -> {},
                one -> AssignmentAnnouncements.entry(one, reason, null, desk.subject(), at));
    }

    /** 恢复: what was withdrawn with a dispatch stands again where it stood. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int restore(List<Link> dispatches, DispatchId with, String reason, Desk desk) {
        var at = desk.now().atOffset(ZoneOffset.UTC);
        return each(
                dispatches,
                (some, after) -> table.listRecalled(some, with, after, AT_ONCE),
                table::restore,
                one -> AssignmentAnnouncements.reopened(one, reason, desk.subject(), at));
    }

    /** 重开: what was approved of dispatches is to be done again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int reopen(List<Link> dispatches, String reason, @Nullable Instant until, Desk desk) {
        var at = desk.now().atOffset(ZoneOffset.UTC);
        return each(
                dispatches,
                (some, after) -> table.listApproved(some, after, AT_ONCE),
                ids -> table.reopen(ids, until),
                one -> AssignmentAnnouncements.reopened(one, reason, desk.subject(), at));
    }

    /** Changes and announces assignments of dispatches, a thousand at a time: many small dispatches, or part of a large one. */
    private int each(
            List<Link> dispatches,
            BiFunction<List<DispatchId>, Long, List<Assignment>> next,
            Consumer<List<Long>> change,
            Function<Assignment, Outbox.Entry> entry) {
        int all = 0;
        for (var some : together(dispatches)) {
            List<Assignment> page;
            long after = 0;
            do {
                page = next.apply(some, after);
                if (page.isEmpty()) break;
                var ids = page.stream().map(one -> one.id().value()).toList();
                change.accept(ids);
                announcements.passed(table.list(ids).stream().map(entry).toList());
                all += page.size();
                after = page.getLast().unitId().value();
            } while (page.size() == AT_ONCE);
        }
        return all;
    }

    /** Dispatches that have no more than a page of assignments together; one with more stands alone. */
    private static List<List<DispatchId>> together(List<Link> dispatches) {
        var groups = new ArrayList<List<DispatchId>>();
        int room = 0;
        for (var link : dispatches) {
            if (groups.isEmpty() || link.addressed() > room) {
                groups.add(new ArrayList<>());
                room = AT_ONCE;
            }
            groups.getLast().add(link.id());
            room -= link.addressed();
        }
        return groups;
    }

    private Assignment moved(Assignment next, Desk desk) {
        var moved = assignments.update(next);
        announcements.changed(moved, desk.caller(), desk.now().atOffset(ZoneOffset.UTC));
        return moved;
    }
}
