package cn.dangjian.organization.tree.batch;

import static java.util.Objects.requireNonNullElse;

import cn.dangjian.organization.tree.batch.ProposeAll.Batch;
import cn.dangjian.organization.tree.batch.ProposeAll.Line;
import cn.dangjian.organization.tree.change.Concerned;
import cn.dangjian.organization.tree.change.Objection;
import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.plan.Foundings;
import cn.dangjian.organization.tree.plan.Planner;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what is known of the units of a list, once for all of them. */
@Component
class Runs {

    private final Planner planner;
    private final Concerned concerned;
    private final KnownUnitQueries known;
    private final BatchTable batches;
    private final Days days;

    Runs(Planner planner, Concerned concerned, KnownUnitQueries known, BatchTable batches, Days days) {
        this.planner = planner;
        this.concerned = concerned;
        this.known = known;
        this.batches = batches;
        this.days = days;
    }

    /** The tree is locked. */
    Run begin(Batch batch, Caller caller) {
        var scope = concerned.scope(caller);
        var codes = new HashSet<String>();
        var above = new HashSet<String>();
        for (var line : batch.lines()) {
            codes.add(line.unit().code());
            if (line.parentCode() != null) above.add(line.parentCode());
        }
        var parents = known.listParents(above, scope);
        above.removeAll(parents.keySet());
        var earlier = batches.withParents(batch.id(), above, scope).stream()
                .map(Listed::asked)
                .toList();
        var about = Foundings.About.of(earlier, batch.effectiveOn());
        about.parents().addAll(parents.values());
        about.codes().addAll(codes);
        var now = days.now();
        var approval = new Approval(
                Approval.Reason.ESTABLISHED, batch.document(), batch.effectiveOn(), caller.subject(), now, null);
        var run = new Run(
                batch,
                caller,
                approval,
                planner.foundings(about),
                parents,
                known.listThere(codes, scope),
                new HashSet<>(known.proposed(about.parents())));
        earlier.forEach(run::rely);
        above.removeAll(run.roots.keySet());
        above.removeAll(codes);
        if (!above.isEmpty()) run.elsewhere = parentCodes(batch.all().get());
        var today = days.today();
        if (batch.effectiveOn().isBefore(today) && batch.reason() == null)
            run.refused = new Objection.ReasonMissing(today);
        return run;
    }

    private static Map<String, String> parentCodes(List<Line> all) {
        var codes = new HashMap<String, String>();
        for (var line : all) codes.putIfAbsent(line.unit().code(), requireNonNullElse(line.parentCode(), ""));
        return codes;
    }
}
