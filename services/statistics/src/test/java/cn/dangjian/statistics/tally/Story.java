package cn.dangjian.statistics.tally;

import cn.dangjian.statistics.tally.Fact.Delivery;
import cn.dangjian.statistics.tally.Fact.State;
import cn.dangjian.statistics.tally.FoldProgress.News;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What happens in some dispatches, as news in any order and, independently of it, as the end of it all. */
class Story {

    private static final State[] PROGRESS = {
        State.SIGNED, State.SUBMITTED, State.RETURNED, State.SUBMITTED, State.APPROVED
    };

    private static final List<Delivery> DELIVERIES = List.of(Delivery.PENDING, Delivery.FAILED, Delivery.DELIVERED);

    private final List<News> news = new ArrayList<>();
    private final Map<Long, Map<Long, Figures>> ends = new HashMap<>();

    static Story of(Random random, Tree tree, List<Long> dispatches) {
        var story = new Story();
        for (long dispatch : dispatches) {
            for (long unit : tree.units()) {
                boolean addressed = random.nextInt(10) < (tree.depth(unit) == 5 ? 8 : 2);
                if (addressed) story.address(random, tree, dispatch, unit);
            }
        }
        return story;
    }

    private void address(Random random, Tree tree, long dispatch, long unit) {
        long assignment = dispatch * 1_000_000 + unit;
        news.add(new News.Addressed(dispatch, unit, assignment));
        int steps = random.nextInt(PROGRESS.length + 1);
        for (int step = 0; step < steps; step++) {
            news.add(new News.Changed(dispatch, unit, null, assignment, step + 2L, PROGRESS[step], null));
        }
        var delivery = DELIVERIES.get(random.nextInt(3));
        if (delivery == Delivery.DELIVERED) news.add(new News.Delivered(dispatch, unit));
        if (delivery == Delivery.FAILED || (delivery == Delivery.DELIVERED && random.nextInt(5) == 0)) {
            news.add(new News.Failed(dispatch, unit, "unit-abolished"));
        }
        var state = steps == 0 ? State.ADDRESSED : PROGRESS[steps - 1];
        long at = unit;
        if (state != State.APPROVED && random.nextInt(4) == 0) {
            // its unit ends: it goes on elsewhere, and may be joined or closed then
            at = tree.units().get(random.nextInt(tree.units().size()));
            news.add(new News.Changed(dispatch, unit, at == unit ? null : at, assignment, steps + 2L, state, null));
            if (random.nextInt(3) == 0) {
                state = random.nextBoolean() ? State.MERGED : State.CLOSED;
                at = unit;
                news.add(new News.Changed(dispatch, unit, null, assignment, steps + 3L, state, null));
            }
        }
        ends.computeIfAbsent(dispatch, d -> new HashMap<>()).merge(at, end(steps, state, delivery), Figures::plus);
    }

    private static Figures end(int steps, State state, Delivery delivery) {
        boolean over = state == State.MERGED || state == State.CLOSED;
        return new Figures(
                1,
                delivery == Delivery.DELIVERED ? 1 : 0,
                delivery == Delivery.FAILED ? 1 : 0,
                steps > 0 && !over ? 1 : 0,
                state == State.SUBMITTED || state == State.APPROVED ? 1 : 0,
                state == State.RETURNED ? 1 : 0,
                state == State.APPROVED ? 1 : 0,
                state == State.MERGED ? 1 : 0,
                state == State.CLOSED ? 1 : 0,
                state == State.WITHDRAWN ? 1 : 0);
    }

    /** Everything one to three times, in any order, in batches of any size. */
    List<List<News>> told(Random random) {
        var all = new ArrayList<News>();
        for (News one : news) for (int times = 1 + random.nextInt(3); times > 0; times--) all.add(one);
        Collections.shuffle(all, random);
        var batches = new ArrayList<List<News>>();
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(60));
            batches.add(List.copyOf(all.subList(from, to)));
            from = to;
        }
        return batches;
    }

    /** The sums below each path, counted one unit at a time by following parents. */
    Map<String, Figures> cells(long dispatch, Tree tree) {
        var cells = new HashMap<String, Figures>();
        ends.getOrDefault(dispatch, Map.of()).forEach((unit, figures) -> {
            if (!tree.isKnown(unit)) return;
            tree.lineage(unit).stream().skip(1).forEach(above -> cells.merge(tree.path(above), figures, Figures::plus));
            for (Long above = tree.lineAbove(unit); above != null; above = tree.lineAbove(above))
                cells.merge(String.valueOf(tree.linePath(above)), figures, Figures::plus);
        });
        return cells;
    }
}
