package cn.dangjian.organization.tree.change;

import cn.dangjian.organization.tree.change.ChangeRepository.There;
import cn.dangjian.organization.tree.change.ProposeChange.Proposal;
import cn.dangjian.organization.tree.period.Timeline;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.organization.tree.plan.Operation;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.files.form.Form.Judged;
import cn.dangjian.platform.files.sheet.Rejection;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 批量申请设立: proposes the units of a list, each by the rules for one; those that a rule forbids are left out and told. */
@Service
public class ProposeAll {

    private static final String PARENT = "parentCode";

    private final Tree tree;
    private final Concerned concerned;
    private final ProposeChange proposeChange;
    private final ChangeRepository changes;

    ProposeAll(Tree tree, Concerned concerned, ProposeChange proposeChange, ChangeRepository changes) {
        this.tree = tree;
        this.concerned = concerned;
        this.proposeChange = proposeChange;
        this.changes = changes;
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
        var scope = concerned.scope(caller);
        var codes = batch.lines().stream()
                .map(Line::parentCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var parents = changes.listParents(codes, scope);
        var known = changes.listThere(
                batch.lines().stream().map(line -> line.unit().code()).collect(Collectors.toSet()), scope);
        var run = new Run(batch, parents, known, new HashSet<>(changes.proposed(parents.values())), caller);
        for (var line : batch.lines()) propose(line, run);
        return new Judged(run.rejections, run.unchanged);
    }

    /** What is known of a list, and what became of its lines so far. */
    private static final class Run {

        final Batch batch;
        final Map<String, UnitId> parents;
        final Map<String, There> known;
        final Set<String> proposed;
        final Caller caller;
        final Map<String, Line> lines = new HashMap<>();
        /** Units that were proposed, by their codes, and the one above each that exists. */
        final Map<String, Timeline> supposed = new HashMap<>();

        final Map<String, UnitId> roots = new HashMap<>();
        /** Codes of the lines that are looked at, each the parent of the one before it. */
        final Set<String> way = new LinkedHashSet<>();

        final Set<Integer> done = new HashSet<>();
        final List<Rejection> rejections = new ArrayList<>();
        final Set<Integer> unchanged = new HashSet<>();

        Run(Batch batch, Map<String, UnitId> parents, Map<String, There> known, Set<String> proposed, Caller caller) {
            this.batch = batch;
            this.parents = parents;
            this.known = known;
            this.proposed = proposed;
            this.caller = caller;
            for (var line : batch.lines()) lines.putIfAbsent(line.unit().code(), line);
        }

        void reject(Line line, String column, String problem, String... values) {
            rejections.add(Rejection.of(line.number(), column, problem, values));
        }
    }

    private void propose(Line line, Run run) {
        if (!run.done.add(line.number())) return;
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
        var why = parent == null ? propose(line, under, run) : propose(line, parent, null, run);
        if (why != null) {
            run.proposed.remove(code);
            run.rejections.add(Told.of(line.number(), why));
        }
    }

    /** Whether the parent is another line that was proposed, in whatever order they stand. */
    private boolean isBelowAnother(Line line, String under, Run run) {
        var above = run.lines.get(under);
        if (above == null) {
            run.reject(line, PARENT, "unit.unknown");
            return false;
        }
        String code = line.unit().code();
        run.way.add(code);
        if (run.way.contains(under)) {
            run.reject(line, PARENT, "change.circle", code, under);
            run.way.remove(code);
            return false;
        }
        propose(above, run);
        run.way.remove(code);
        if (run.supposed.containsKey(under)) return true;
        run.reject(line, PARENT, "change.parent-left-out", under);
        return false;
    }

    private @Nullable Objection propose(Line line, String under, Run run) {
        return propose(line, Objects.requireNonNull(run.roots.get(under)), under, run);
    }

    private @Nullable Objection propose(Line line, UnitId root, @Nullable String under, Run run) {
        var operation = new Operation.Establish(root, line.unit(), under);
        var batch = run.batch;
        var proposal = new Proposal(operation, batch.document(), batch.effectiveOn(), batch.reason());
        return switch (proposeChange.propose(proposal, null, run.supposed, run.caller)) {
            case ProposeChange.Outcome.Proposed(var change, var open, var made) -> {
                changes.insertOfBatch(batch.id(), line.number(), change.id());
                var unit = made.changed().iterator().next().first();
                // as if the others had been made before it
                var id = new UnitId(tree.nextId().value() + run.supposed.size());
                run.supposed.put(line.unit().code(), Timeline.beginning(unit.numbered(id)));
                run.roots.put(line.unit().code(), root);
                yield null;
            }
            case ProposeChange.Outcome.Refused(var why) -> why;
        };
    }
}
