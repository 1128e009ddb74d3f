package cn.dangjian.organization.tree.batch;

import cn.dangjian.organization.tree.batch.KnownUnitQueries.There;
import cn.dangjian.organization.tree.batch.ProposeAll.Batch;
import cn.dangjian.organization.tree.batch.ProposeAll.Line;
import cn.dangjian.organization.tree.change.Objection;
import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.plan.Foundings;
import cn.dangjian.organization.tree.plan.Operation;
import cn.dangjian.organization.tree.plan.Plan;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.web.caller.Caller;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a list, and what became of its lines so far. */
final class Run {

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
    /** Where parents are missing: the parent's code that each line of the list names, empty for none, by its own. */
    Map<String, String> elsewhere = Map.of();
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

    /** On a unit that was proposed with rows of the list that were taken before. */
    void rely(Operation.Establish earlier) {
        if (foundings.plan(earlier, approval) instanceof Plan.Made made) accept(earlier, made);
    }

    void accept(Operation.Establish operation, Plan.Made made) {
        foundings.accept(made.changed().getFirst());
        roots.put(operation.unit().code(), operation.parent());
    }

    void reject(Line line, String column, String problem, String... values) {
        rejections.add(Rejection.of(line.number(), column, problem, values));
    }

    /** Whether the lines that follow from parent to parent through the whole list lead back to this one. */
    boolean isAboveItself(Line line) {
        String code = line.unit().code();
        var passed = new HashSet<String>();
        String next = elsewhere.getOrDefault(code, "");
        while (passed.add(next)) {
            if (next.equals(code)) return true;
            next = elsewhere.getOrDefault(next, "");
        }
        return false;
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
