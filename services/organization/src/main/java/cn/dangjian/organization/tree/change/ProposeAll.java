package cn.dangjian.organization.tree.change;

import cn.dangjian.organization.tree.change.ProposeChange.Proposal;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.organization.tree.plan.Operation;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.files.sheet.Rejection;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 批量申请设立: proposes the units of a list, each by the rules for one; those that a rule forbids are left out and told. */
@Service
public class ProposeAll {

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

    /** A unit as a list has it. */
    public record Line(int number, String parentCode, Operation.NewUnit unit) {}

    /** @param id the list, by which its proposals are approved together */
    public record Batch(
            long id,
            String document,
            LocalDate effectiveOn,
            @Nullable String reason,
            List<Line> lines) {}

    /** Nobody else changes the tree until the surrounding transaction ends. */
    @Transactional
    public List<Rejection> propose(Batch batch, Caller caller) {
        tree.lock();
        var codes = batch.lines().stream().map(Line::parentCode).collect(Collectors.toSet());
        var parents = changes.listParents(codes, concerned.scope(caller));
        var proposed = new HashSet<>(changes.proposed(parents.values()));
        var rejections = new ArrayList<Rejection>();
        for (var line : batch.lines()) {
            var parent = parents.get(line.parentCode());
            if (parent == null) {
                rejections.add(Rejection.of(line.number(), "parentCode", "unit.unknown"));
            } else if (!proposed.add(line.unit().code())) {
                rejections.add(Rejection.of(
                        line.number(), "code", "change.proposed", line.unit().code()));
            } else {
                var why = propose(line, parent, batch, caller);
                if (why != null) {
                    proposed.remove(line.unit().code());
                    rejections.add(Told.of(line.number(), why));
                }
            }
        }
        return rejections;
    }

    private @Nullable Objection propose(Line line, UnitId parent, Batch batch, Caller caller) {
        var operation = new Operation.Establish(parent, line.unit());
        var proposal = new Proposal(operation, batch.document(), batch.effectiveOn(), batch.reason());
        return switch (proposeChange.propose(proposal, null, caller)) {
            case ProposeChange.Outcome.Proposed(var change, var open) -> {
                changes.insertOfBatch(batch.id(), line.number(), change.id());
                yield null;
            }
            case ProposeChange.Outcome.Refused(var why) -> why;
        };
    }
}
