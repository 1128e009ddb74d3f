package cn.dangjian.organization.tree.change;

import cn.dangjian.organization.tree.change.ChangeRepository.Listed;
import cn.dangjian.organization.tree.period.Timeline;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.organization.tree.plan.Foundings;
import cn.dangjian.organization.tree.plan.Operation;
import cn.dangjian.organization.tree.plan.Plan;
import cn.dangjian.organization.tree.plan.Planner;
import cn.dangjian.organization.tree.temporary.PlannedEnds;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.files.sheet.Rejection;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final ChangeRepository changes;
    private final PlannedEnds ends;

    DecideAll(Tree tree, Planner planner, Concerned concerned, ChangeRepository changes, PlannedEnds ends) {
        this.tree = tree;
        this.planner = planner;
        this.concerned = concerned;
        this.changes = changes;
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
        return changes.countOpen(batch, concerned.scope(caller));
    }

    @Transactional
    public Decided refuse(long batch, int after, String reason, Caller caller) {
        tree.lock();
        var open = changes.listOpen(batch, after, AT_ONCE, concerned.scope(caller));
        var foundings = foundings(open);
        var left = new ArrayList<Rejection>();
        for (var listed : open) {
            var change = listed.change();
            var why = judge(change, foundings, caller);
            if (why != null) left.add(Told.of(listed.line(), why));
            else {
                var now = concerned.approval(change, caller).at();
                changes.update(change.decided(Change.State.REFUSED, caller.account(), now, reason));
            }
        }
        return decided(open, left);
    }

    /** Why the caller may not refuse a change; null if it may. */
    private @Nullable Objection judge(Change change, Foundings foundings, Caller caller) {
        return switch (foundings.plan(asked(change), concerned.approval(change, caller))) {
            case Plan.Refused(var impossible) -> concerned.refuseToTurnDown(change, caller);
            case Plan.Made made -> concerned.refuse(change, made, caller);
        };
    }

    @Transactional
    public Decided approve(long batch, int after, @Nullable String note, Caller caller) {
        tree.lock();
        var scope = concerned.scope(caller);
        var page = changes.listOpen(batch, after, AT_ONCE, scope);
        var open = withParents(batch, page, scope);
        var before = tree.timelines(open.stream()
                .flatMap(listed -> listed.change().operation().concerned().stream())
                .collect(Collectors.toSet()));
        var foundings = foundings(open);
        var rejections = new ArrayList<Rejection>();
        var made = new LinkedHashMap<Listed, Timeline>();
        for (var listed : open) {
            var why = judge(listed, before, foundings, made, caller);
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

    /** Those of a page, and before each the ones below which it will be, wherever in the list they stand. */
    private List<Listed> withParents(long batch, List<Listed> page, Scope scope) {
        var all = new LinkedHashMap<String, Listed>();
        for (var listed : page) all.put(code(listed), listed);
        var wanted = missing(all);
        while (!wanted.isEmpty()) {
            var found = changes.listOpen(batch, wanted, scope);
            if (found.isEmpty()) break;
            for (var listed : found) all.putIfAbsent(code(listed), listed);
            wanted = missing(all);
            wanted.removeAll(found.stream().map(DecideAll::code).toList());
        }
        var ordered = new LinkedHashMap<String, Listed>();
        for (var listed : all.values()) order(listed, all, ordered);
        return List.copyOf(ordered.values());
    }

    private static Set<String> missing(Map<String, Listed> all) {
        return all.values().stream()
                .map(DecideAll::under)
                .filter(under -> !under.isEmpty() && !all.containsKey(under))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void order(Listed listed, Map<String, Listed> all, Map<String, Listed> ordered) {
        if (ordered.containsKey(code(listed))) return;
        var parent = all.get(under(listed));
        if (parent != null) order(parent, all, ordered);
        ordered.put(code(listed), listed);
    }

    /** What is known of the units of a list, which all begin on one day. */
    private Foundings foundings(List<Listed> all) {
        var asked = all.stream().map(listed -> asked(listed.change())).toList();
        var on = all.isEmpty() ? LocalDate.EPOCH : all.getFirst().change().effectiveOn();
        return planner.foundings(Foundings.About.of(asked, on));
    }

    /** A list has nothing else. */
    private static Operation.Establish asked(Change change) {
        return (Operation.Establish) change.operation();
    }

    private static String code(Listed listed) {
        return asked(listed.change()).unit().code();
    }

    /** The code of the unit below which another one will be that is proposed too; empty if there is none. */
    private static String under(Listed listed) {
        return Objects.requireNonNullElse(asked(listed.change()).under(), "");
    }

    private @Nullable Objection judge(
            Listed listed,
            Map<UnitId, Timeline> before,
            Foundings foundings,
            Map<Listed, Timeline> made,
            Caller caller) {
        var change = listed.change();
        if (isStale(change, before)) return concerned.stale(change.operation(), caller);
        return switch (foundings.plan(asked(change), concerned.approval(change, caller))) {
            case Plan.Refused(var why) -> new Objection.Impossible(why);
            case Plan.Made plan -> {
                var refusal = concerned.refuse(change, plan, caller);
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
        var units = new ArrayList<Timeline>(made.size());
        for (var entry : made.entrySet()) {
            var change = entry.getKey().change();
            var unit = entry.getValue();
            changes.update(change.decided(Change.State.APPROVED, caller.account(), approval.at(), note));
            ends.save(change.operation(), List.of(unit));
            units.add(unit);
        }
        tree.save(units, List.of(), approval);
    }

    private static boolean isStale(Change change, Map<UnitId, Timeline> before) {
        return change.operation().concerned().stream()
                .map(before::get)
                .anyMatch(timeline -> timeline != null
                        && timeline.periods().stream()
                                .anyMatch(period -> period.because().at().isAfter(change.proposedAt())));
    }
}
