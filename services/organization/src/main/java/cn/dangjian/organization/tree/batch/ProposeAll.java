package cn.dangjian.organization.tree.change;

import cn.dangjian.organization.tree.change.ChangeRepository.Listed;
import cn.dangjian.organization.tree.change.ChangeRepository.There;
import cn.dangjian.organization.tree.change.ProposeChange.Proposal;
import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.organization.tree.plan.Foundings;
import cn.dangjian.organization.tree.plan.Operation;
import cn.dangjian.organization.tree.plan.Plan;
import cn.dangjian.organization.tree.plan.Planner;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.files.form.Form.Judged;
import cn.dangjian.platform.files.sheet.Rejection;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 批量申请设立: proposes the units of a list, each by the rules for one; those that a rule forbids are left out and told. The
 * tree is read, and the proposals are written, once for all of them.
 */
@Service
public class ProposeAll {

    private static final String PARENT = "parentCode";

    private final Tree tree;
    private final Planner planner;
    private final Concerned concerned;
    private final ChangeRepository changes;
    private final Days days;

    ProposeAll(Tree tree, Planner planner, Concerned concerned, ChangeRepository changes, Days days) {
        this.tree = tree;
        this.planner = planner;
        this.concerned = concerned;
        this.changes = changes;
        this.days = days;
    }

    /**
     * A unit as a list has it.
     *
     * @param parentCode null of the one at the top, which is there
     */
    public record Line(int number, @Nullable String parentCode, Operation.NewUnit unit) {}

    /** @param id the list, by which its proposals are approved together */
    public record Batch(
            long id,
            String document,
            LocalDate effectiveOn,
            @Nullable String reason,
            List<Line> lines) {}

    /** Nobody else changes the tree until the surrounding transaction ends. */
    @Transactional
    public Judged propose(Batch batch, Caller caller) {
        tree.lock();
        var run = begin(batch, caller);
        for (var line : batch.lines()) propose(line, run);
        changes.insert(batch.id(), run.proposals);
        return new Judged(run.rejections, run.unchanged);
    }

    private Run begin(Batch batch, Caller caller) {
        var scope = concerned.scope(caller);
        var codes = new HashSet<String>();
        var above = new HashSet<String>();
        for (var line : batch.lines()) {
            codes.add(line.unit().code());
            if (line.parentCode() != null) above.add(line.parentCode());
        }
        var parents = changes.listParents(above, scope);
        var about = new Foundings.About(batch.effectiveOn(), Set.copyOf(parents.values()), codes, Set.of());
        var now = days.now();
        var approval = new Approval(
                Approval.Reason.ESTABLISHED, batch.document(), batch.effectiveOn(), caller.subject(), now, null);
        var run = new Run(
                batch,
                caller,
                approval,
                planner.foundings(about),
                parents,
                changes.listThere(codes, scope),
                new HashSet<>(changes.proposed(parents.values())));
        var today = days.today();
        if (batch.effectiveOn().isBefore(today) && batch.reason() == null)
            run.refused = new Objection.ReasonMissing(today);
        return run;
    }

    /** What is known of a list, and what became of its lines so far. */
    private static final class Run {

        final Batch batch;
        final Caller caller;
        final Approval approval;
        final Foundings foundings;
        final Map<String, UnitId> parents;
        final Map<String, There> known;
        final Set<String> proposed;
        final Map<String, Line> lines = new HashMap<>();
        /** The ones above units that were proposed that exist, by the codes of those. */
        final Map<String, UnitId> roots = new HashMap<>();
        /** Lines that wait for the one after them, which is their parent. */
        final ArrayDeque<Line> way = new ArrayDeque<>();

        final Set<Line> waiting = new HashSet<>();
        final Set<Integer> done = new HashSet<>();
        final List<Listed> proposals = new ArrayList<>();
        final List<Rejection> rejections = new ArrayList<>();
        final Set<Integer> unchanged = new HashSet<>();
        /** Why no unit of the list can be proposed; null if some may. */
        @Nullable
        Objection refused;

        Run(
                Batch batch,
                Caller caller,
                Approval approval,
                Foundings foundings,
                Map<String, UnitId> parents,
                Map<String, There> known,
                Set<String> proposed) {
            this.batch = batch;
            this.caller = caller;
            this.approval = approval;
            this.foundings = foundings;
            this.parents = parents;
            this.known = known;
            this.proposed = proposed;
            for (var line : batch.lines()) lines.putIfAbsent(line.unit().code(), line);
        }

        void reject(Line line, String column, String problem, String... values) {
            rejections.add(Rejection.of(line.number(), column, problem, values));
        }

        /** The line that this one needs before it; null if there is none, or if its parent is there. */
        @Nullable
        Line above(Line line) {
            String under = line.parentCode();
            boolean needed = under != null
                    && !parents.containsKey(under)
                    && !known.containsKey(line.unit().code());
            return needed ? lines.get(under) : null;
        }
    }

    /** Those above a line first, in whatever order they stand. */
    private void propose(Line line, Run run) {
        var next = line;
        while (next != null && run.done.add(next.number())) {
            run.way.push(next);
            run.waiting.add(next);
            next = run.above(next);
        }
        while (!run.way.isEmpty()) {
            var first = run.way.pop();
            judge(first, run);
            run.waiting.remove(first);
        }
    }

    private void judge(Line line, Run run) {
        String code = line.unit().code();
        var there = run.known.get(code);
        if (there != null) {
            String other = there.differs(line);
            if (other == null) run.unchanged.add(line.number());
            else run.reject(line, other, "change.unit-differs", code);
            return;
        }
        String under = line.parentCode();
        if (under == null) {
            run.reject(line, PARENT, "intake.missing");
            return;
        }
        var parent = run.parents.get(under);
        if (parent == null && !isBelowAnother(line, under, run)) return;
        if (!run.proposed.add(code)) {
            run.reject(line, "code", "change.proposed", code);
            return;
        }
        var why = parent == null
                ? propose(line, Objects.requireNonNull(run.roots.get(under)), under, run)
                : propose(line, parent, null, run);
        if (why != null) {
            run.proposed.remove(code);
            run.rejections.add(Told.of(line.number(), why));
        }
    }

    /** Whether the parent is another line that was proposed. */
    private static boolean isBelowAnother(Line line, String under, Run run) {
        var above = run.lines.get(under);
        if (above == null) run.reject(line, PARENT, "unit.unknown");
        else if (run.waiting.contains(above))
            run.reject(line, PARENT, "change.circle", line.unit().code(), under);
        else if (!run.foundings.isAccepted(under)) run.reject(line, PARENT, "change.parent-left-out", under);
        else return true;
        return false;
    }

    private @Nullable Objection propose(Line line, UnitId root, @Nullable String under, Run run) {
        if (run.refused != null) return run.refused;
        var operation = new Operation.Establish(root, line.unit(), under);
        return switch (run.foundings.plan(operation, run.approval)) {
            case Plan.Refused(var why) -> new Objection.Impossible(why);
            case Plan.Made made -> {
                var batch = run.batch;
                var proposal = new Proposal(operation, batch.document(), batch.effectiveOn(), batch.reason());
                var change = Change.proposed(proposal, run.approval.reason(), run.caller, run.approval.at());
                run.proposals.add(new Listed(line.number(), change));
                run.foundings.accept(made.changed().getFirst());
                run.roots.put(line.unit().code(), root);
                yield null;
            }
        };
    }
}
