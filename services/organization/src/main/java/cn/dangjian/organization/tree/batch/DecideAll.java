package cn.dangjian.organization.tree.batch;

import cn.dangjian.organization.tree.change.Change;
import cn.dangjian.organization.tree.change.Concerned;
import cn.dangjian.organization.tree.change.Concerned.Seat;
import cn.dangjian.organization.tree.change.Objection;
import cn.dangjian.organization.tree.period.Timeline;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.organization.tree.plan.Foundings;
import cn.dangjian.organization.tree.plan.Plan;
import cn.dangjian.organization.tree.plan.Planner;
import cn.dangjian.organization.tree.temporary.PlannedEnds;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 批量审批: approves or refuses the proposals of a list, each by the rules for one and wholly or not at all; what a rule
 * forbids stays open and is told. The tree is saved once for all of them, and only so many at a time, for everybody else
 * waits.
 */
@Service
public class DecideAll {

    private static final int AT_ONCE = 200;

    private final Tree tree;
    private final Planner planner;
    private final Concerned concerned;
    private final BatchTable batches;
    private final PlannedEnds ends;

    DecideAll(Tree tree, Planner planner, Concerned concerned, BatchTable batches, PlannedEnds ends) {
        this.tree = tree;
        this.planner = planner;
        this.concerned = concerned;
        this.batches = batches;
        this.ends = ends;
    }

    /**
     * What became of the next proposals.
     *
     * @param left those that stay open, and why
     * @param next the line behind which to go on; null if these were the last
     */
    public record Decided(
            int decided, List<Rejection> left, @Nullable Integer next) {}

    /** How many proposals of a list nobody has decided about, of those that the caller sees. */
    public int open(long batch, Caller caller) {
        return batches.countOpen(batch, concerned.scope(caller));
    }

    @Transactional
    public Decided refuse(long batch, int after, String reason, Caller caller) {
        tree.lock();
        var open = batches.listOpen(batch, after, AT_ONCE, concerned.scope(caller));
        var foundings = foundings(open);
        var seat = seat(open, caller);
        var left = new ArrayList<Rejection>();
        var refused = new ArrayList<Change>();
        for (var listed : open) {
            var change = listed.change();
            var why = judge(listed, foundings, seat);
            if (why != null) left.add(Told.of(listed.line(), why));
            else {
                var now = concerned.approval(change, caller).at();
                refused.add(change.decided(Change.State.REFUSED, caller.account(), now, reason));
            }
        }
        batches.update(refused);
        return decided(open, left);
    }

    private Seat seat(List<Listed> all, Caller caller) {
        return concerned.seat(
                caller, all.stream().map(listed -> listed.change().operation()).toList());
    }

    /** Why somebody may not refuse a change; null if he may. */
    private @Nullable Objection judge(Listed listed, Foundings foundings, Seat by) {
        var change = listed.change();
        return switch (foundings.plan(listed.asked(), concerned.approval(change, by.caller()))) {
            case Plan.Refused(var impossible) -> by.refuseToTurnDown(change);
            case Plan.Made made -> concerned.refuse(change, made, by);
        };
    }

    @Transactional
    public Decided approve(long batch, int after, @Nullable String note, Caller caller) {
        tree.lock();
        var scope = concerned.scope(caller);
        var page = batches.listOpen(batch, after, AT_ONCE, scope);
        var open = batches.withParents(batch, page, scope);
        var before = tree.timelines(open.stream()
                .flatMap(listed -> listed.change().operation().concerned().stream())
                .collect(Collectors.toSet()));
        var foundings = foundings(open);
        var seat = seat(open, caller);
        var rejections = new ArrayList<Rejection>();
        var made = new LinkedHashMap<Listed, Timeline>();
        for (var listed : open) {
            var why = judge(listed, before, foundings, made, seat);
            if (why != null) rejections.add(Told.of(listed.line(), why));
        }
        save(made, note, caller);
        return new Decided(
                open.size() - rejections.size(),
                rejections.stream()
                        .filter(left -> page.stream().anyMatch(listed -> listed.line() == left.line()))
                        .toList(),
                next(page));
    }

    private static Decided decided(List<Listed> open, List<Rejection> left) {
        return new Decided(open.size() - left.size(), left, next(open));
    }

    private static @Nullable Integer next(List<Listed> page) {
        return page.size() < AT_ONCE ? null : page.getLast().line();
    }

    /** What is known of the units of a list, which all begin on one day. */
    private Foundings foundings(List<Listed> all) {
        var asked = all.stream().map(Listed::asked).toList();
        var on = all.isEmpty() ? LocalDate.EPOCH : all.getFirst().change().effectiveOn();
        return planner.foundings(Foundings.About.of(asked, on));
    }

    private @Nullable Objection judge(
            Listed listed, Map<UnitId, Timeline> before, Foundings foundings, Map<Listed, Timeline> made, Seat by) {
        var change = listed.change();
        if (isStale(change, before)) return concerned.stale(change.operation(), by.caller());
        return switch (foundings.plan(listed.asked(), concerned.approval(change, by.caller()))) {
            case Plan.Refused(var why) -> new Objection.Impossible(why);
            case Plan.Made plan -> {
                var refusal = concerned.refuse(change, plan, by);
                if (refusal != null) yield refusal;
                var unit = plan.changed().getFirst();
                made.put(listed, unit);
                foundings.accept(unit);
                yield null;
            }
        };
    }

    private void save(Map<Listed, Timeline> made, @Nullable String note, Caller caller) {
        if (made.isEmpty()) return;
        var approval = concerned.approval(made.keySet().iterator().next().change(), caller);
        batches.update(made.keySet().stream()
                .map(listed -> listed.change().decided(Change.State.APPROVED, caller.account(), approval.at(), note))
                .toList());
        made.forEach((listed, unit) -> ends.save(listed.change().operation(), List.of(unit)));
        tree.save(List.copyOf(made.values()), List.of(), approval);
    }

    private static boolean isStale(Change change, Map<UnitId, Timeline> before) {
        return change.operation().concerned().stream()
                .map(before::get)
                .anyMatch(timeline -> timeline != null
                        && timeline.periods().stream()
                                .anyMatch(period -> period.because().at().isAfter(change.proposedAt())));
    }
}
