package cn.dangjian.organization.tree.rollup;

import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.organization.tree.rollup.Counter.Own;
import cn.dangjian.organization.tree.rollup.RollupTable.Cell;
import cn.dangjian.organization.tree.rollup.RollupTable.Kept;
import cn.dangjian.organization.tree.rollup.RollupTable.Place;
import cn.dangjian.organization.tree.rollup.StaleTable.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 结转: counts units again at which something was changed, soon after, and adds the difference to the totals of all above.
 *
 * <p>Not in the transaction that changes the facts: every township of a province would wait for the province's row. The
 * lock of the tree keeps paths where they are and one settler after the other; its transaction sees all facts as they
 * were when it got the lock, so that what changes meanwhile has a later entry.
 */
@Component
class SettleRollups {

    private static final int AT_ONCE = 1000;

    private final List<Counter> counters;
    private final StaleTable stale;
    private final RollupTable rollups;
    private final Tree tree;
    private final TransactionTemplate transaction;

    SettleRollups(
            List<Counter> counters, StaleTable stale, RollupTable rollups, Tree tree, TransactionTemplate transaction) {
        this.counters = counters;
        this.stale = stale;
        this.rollups = rollups;
        this.tree = tree;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void settleAll() {
        while (!stale.list(1).isEmpty()) settle();
    }

    void settle() {
        transaction.executeWithoutResult(status -> {
            tree.lock();
            boolean anew = stale.holdsAll();
            var entries = stale.list(AT_ONCE);
            stale.delete(entries);
            if (anew) beginAnew();
            else count(entries);
        });
    }

    /** Every unit has an entry afterwards, so that none is lost. */
    private void beginAnew() {
        rollups.deleteAll();
        stale.deleteAll();
        stale.addEveryUnit();
    }

    private void count(List<Entry> entries) {
        var places = new HashMap<Long, String>();
        var units = new HashSet<Long>();
        entries.forEach(entry -> units.add(entry.unit()));
        for (var named : rollups.listPlaces(units)) {
            for (var place : Segments.above(named.path(), "")) places.put(place.unit(), place.path());
        }
        var totals = new Totals();
        for (var part : Parts.of(places.keySet())) count(part, places, totals);
        rollups.add(totals.changes());
    }

    private void count(Collection<Long> units, Map<Long, String> places, Totals totals) {
        var rows = new ArrayList<Kept>();
        for (var counter : counters) {
            var changes = new HashMap<Cell, Integer>();
            var now = new HashMap<Cell, Integer>();
            for (var own : rollups.listOwn(counter.prefix(), units))
                changes.merge(cell(own), -own.units(), Integer::sum);
            for (var own : counter.count(units)) {
                changes.merge(cell(own), own.units(), Integer::sum);
                now.merge(cell(own), own.units(), Integer::sum);
            }
            changes.forEach((cell, change) -> {
                if (change == 0) return;
                var place = new Place(cell.unit(), places.getOrDefault(cell.unit(), ""));
                rows.add(new Kept(cell.unit(), cell.figure(), now.getOrDefault(cell, 0), place.path()));
                totals.add(place.path(), cell.figure(), change);
            });
        }
        rollups.save(rows);
    }

    private static Cell cell(Own own) {
        return new Cell(own.unit(), own.figure());
    }
}
