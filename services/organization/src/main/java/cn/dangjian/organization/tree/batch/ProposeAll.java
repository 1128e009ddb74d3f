package cn.dangjian.organization.tree.batch;

import cn.dangjian.organization.tree.change.Change;
import cn.dangjian.organization.tree.change.Objection;
import cn.dangjian.organization.tree.change.ProposeChange.Proposal;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.organization.tree.plan.Operation;
import cn.dangjian.organization.tree.plan.Plan;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.files.form.Form.Judged;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
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
    private final Runs runs;
    private final BatchTable batches;

    ProposeAll(Tree tree, Runs runs, BatchTable batches) {
        this.tree = tree;
        this.runs = runs;
        this.batches = batches;
    }

    /**
     * A unit as a list has it.
     *
     * @param parentCode null of the one at the top, which is there
     */
    public record Line(int number, @Nullable String parentCode, Operation.NewUnit unit) {}

    /**
     * Some lines of a list.
     *
     * @param id the list, by which its proposals are approved together
     * @param all its lines, with those that were proposed before and will be; asked for where a parent is missing
     */
    public record Batch(
            long id,
            String document,
            LocalDate effectiveOn,
            @Nullable String reason,
            List<Line> lines,
            Supplier<List<Line>> all) {}

    /** Nobody else changes the tree until the surrounding transaction ends. */
    @Transactional
    public Judged propose(Batch batch, Caller caller) {
        tree.lock();
        var run = runs.begin(batch, caller);
        for (var line : batch.lines()) propose(line, run);
        batches.insert(batch.id(), run.proposals);
        return new Judged(run.rejections, run.unchanged);
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
        if (run.foundings.isAccepted(under)) return true;
        var above = run.lines.get(under);
        boolean circle = above == null ? run.isAboveItself(line) : run.waiting.contains(above);
        if (circle) run.reject(line, PARENT, "change.circle", line.unit().code(), under);
        else if (above != null || run.elsewhere.containsKey(under))
            run.reject(line, PARENT, "change.parent-left-out", under);
        else run.reject(line, PARENT, "unit.unknown");
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
                run.accept(operation, made);
                yield null;
            }
        };
    }
}
