package cn.dangjian.statistics.tally;

import cn.dangjian.statistics.dispatch.Dispatches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 汇总: folds what was heard into the facts, and what the facts have changed by into the cells above them. */
@Service
class FoldProgress {

    private final PlacementRepository placement;
    private final Dispatches dispatches;
    private final FactRepository facts;
    private final CellRepository cells;

    FoldProgress(PlacementRepository placement, Dispatches dispatches, FactRepository facts, CellRepository cells) {
        this.placement = placement;
        this.dispatches = dispatches;
        this.facts = facts;
        this.cells = cells;
    }

    /** Whatever is repeated changes nothing. */
    @Transactional
    void fold(List<? extends News> heard) {
        if (heard.isEmpty()) return;
        var byDispatch = new TreeMap<Long, Map<Long, List<News>>>();
        for (News news : heard) {
            byDispatch
                    .computeIfAbsent(news.dispatch(), dispatch -> new TreeMap<>())
                    .computeIfAbsent(news.unit(), unit -> new ArrayList<>(1))
                    .add(news);
        }

        placement.share();
        dispatches.lock(byDispatch.keySet());

        var freshFacts = new ArrayList<Fact>();
        var changedFacts = new ArrayList<Fact>();
        var changedCells = new CellChanges();
        byDispatch.forEach((dispatch, byUnit) -> {
            var before = facts.list(dispatch, byUnit.keySet());
            var delivered = new ArrayList<Long>();
            for (Fact after : located(merged(dispatch, before, byUnit))) {
                var known = before.get(after.unit());
                if (after.equals(known)) continue;
                changedCells.replace(known == null ? Fact.unknown(dispatch, after.unit()) : known, after);
                if (known == null) freshFacts.add(after);
                else if (after.equals(known.delivered())) delivered.add(after.unit());
                else changedFacts.add(after);
            }
            facts.saveDelivered(dispatch, delivered);
        });
        facts.insert(freshFacts);
        facts.save(changedFacts);
        cells.add(changedCells);
    }

    private static List<Fact> merged(long dispatch, Map<Long, Fact> before, Map<Long, List<News>> byUnit) {
        var after = new ArrayList<Fact>(byUnit.size());
        byUnit.forEach((unit, heard) -> {
            var fact = before.getOrDefault(unit, Fact.unknown(dispatch, unit));
            for (News news : heard) fact = news.addTo(fact);
            after.add(fact);
        });
        return after;
    }

    /** A fact is counted where its unit is when it is first counted, or comes to that one; it follows the unit by other means. */
    private List<Fact> located(List<Fact> merged) {
        var strangers = merged.stream()
                .filter(fact -> fact.counted() == null)
                .map(Fact::countedUnit)
                .toList();
        if (strangers.isEmpty()) return merged;
        var places = placement.listPlaces(strangers);
        return merged.stream()
                .map(fact -> fact.counted() == null ? fact.countedAt(places.get(fact.countedUnit())) : fact)
                .toList();
    }

    /** What an event says about one unit in one dispatch. */
    sealed interface News {

        long dispatch();

        long unit();

        /** The fact as it is after this was heard. */
        Fact addTo(Fact fact);

        record Addressed(long dispatch, long unit, long assignment) implements News {
            @Override
            public Fact addTo(Fact fact) {
                return fact.addressed(assignment);
            }
        }

        /**
         * @param holder the unit that has it now, if that is another one
         * @param dueAt its own date, if it has one
         */
        record Changed(
                long dispatch,
                long unit,
                @Nullable Long holder,
                long assignment,
                long version,
                Fact.State state,
                @Nullable Instant dueAt)
                implements News {
            @Override
            public Fact addTo(Fact fact) {
                return fact.changed(assignment, version, state, dueAt, holder);
            }
        }

        record Delivered(long dispatch, long unit) implements News {
            @Override
            public Fact addTo(Fact fact) {
                return fact.delivered();
            }
        }

        record Failed(long dispatch, long unit, String reason) implements News {
            @Override
            public Fact addTo(Fact fact) {
                return fact.failed(reason);
            }
        }
    }
}
