package cn.dangjian.member.telling.kept;

import cn.dangjian.member.telling.kept.KeptTable.Kept;
import cn.dangjian.platform.directory.Unscoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 结转: counts units anew, and adds what is more or less than before to the totals of all above. Not in the transaction that
 * changes a standing: every branch of a province would wait for the province's rows.
 */
@Component
public class KeepCounts {

    private final KeptTable table;

    KeepCounts(KeptTable table) {
        this.table = table;
    }

    /** Those of these units to which anybody belongs or has belonged. */
    @Unscoped("units that were heard of; nobody asks")
    public Set<Long> counted(SortedSet<Long> units) {
        return Set.copyOf(table.listCounted(units));
    }

    /** @param units which the transaction holds as due */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(List<Long> units) {
        var paths = table.listPaths(units);
        var known = units.stream().filter(paths::containsKey).toList();
        if (known.isEmpty()) return;
        var now = table.listTurns(known);
        var before = table.listKept(known);
        var totals = new Totals();
        var changed = new ArrayList<Kept>();
        for (long unit : known) {
            var kept = new Kept(unit, Objects.requireNonNull(paths.get(unit)), now.getOrDefault(unit, new Turns()));
            if (add(before.get(unit), kept, totals)) changed.add(kept);
        }
        table.add(totals.changes());
        table.addYears(totals.years());
        table.save(changed);
    }

    private static boolean add(@Nullable Kept before, Kept now, Totals totals) {
        var old = before == null ? new Turns() : before.turns();
        if (before == null || before.path().equals(now.path())) {
            var difference = now.turns().minus(old);
            totals.add(now.path(), difference);
            return !difference.isEmpty();
        }
        totals.add(before.path(), new Turns().minus(old));
        totals.add(now.path(), now.turns());
        return true;
    }
}
