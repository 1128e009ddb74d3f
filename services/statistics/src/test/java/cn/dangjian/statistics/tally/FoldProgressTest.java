package cn.dangjian.statistics.tally;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.directory.UnitObserver.Change;
import cn.dangjian.statistics.tally.FoldProgress.News;
import cn.dangjian.testkit.ServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class FoldProgressTest {

    private static final AtomicInteger TREES = new AtomicInteger();

    @Autowired
    private FoldProgress foldProgress;

    @Autowired
    private FollowMovedUnits followMovedUnits;

    @Autowired
    private PlacementRepository placement;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anyOrderOfNewsRepetitionsAndMovesEndsInTheSameSums(long seed) {
        var random = new Random(seed);
        var tree = aTree();
        var dispatches = List.of(tree.root(), tree.root() + 1);
        var story = Story.of(random, tree, dispatches);
        reveal(
                tree,
                tree.units().stream().filter(unit -> random.nextInt(10) > 0).toList());

        for (var batch : story.told(random)) {
            foldProgress.fold(batch);
            if (random.nextInt(4) == 0) change(tree, () -> tree.changeSomething(random));
            dispatches.forEach(this::assertTotalsAreSums);
        }
        reveal(tree, tree.units().stream().filter(unit -> !tree.isKnown(unit)).toList());

        for (long dispatch : dispatches) {
            assertThat(cells(dispatch)).isEqualTo(story.cells(dispatch, tree));
            assertTotalsAreSums(dispatch);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void manyWhoFoldAndMoveAtOnceEndInTheSameSums(long seed) throws Exception {
        var random = new Random(seed);
        var tree = aTree();
        var dispatches = List.of(tree.root(), tree.root() + 1, tree.root() + 2);
        var story = Story.of(random, tree, dispatches);
        reveal(
                tree,
                tree.units().stream().filter(unit -> random.nextInt(10) > 0).toList());
        var batches = new ConcurrentLinkedQueue<>(story.told(random));

        Callable<Integer> folding = () -> {
            int repeated = 0;
            for (var batch = batches.poll(); batch != null; batch = batches.poll()) {
                var news = batch;
                repeated += untilDone(() -> foldProgress.fold(news));
            }
            return repeated;
        };
        Callable<Integer> moving = () -> {
            int repeated = 0;
            for (int moves = 0; moves < 1000 && !batches.isEmpty(); moves++) {
                long unknown = tree.units().stream()
                        .filter(unit -> !tree.isKnown(unit))
                        .findFirst()
                        .orElse(0L);
                if (unknown != 0) repeated += untilDone(() -> reveal(tree, List.of(unknown)));
                repeated += untilDone(() -> change(tree, () -> tree.changeSomething(random)));
            }
            return repeated;
        };
        int repeated = 0;
        try (var threads = Executors.newFixedThreadPool(5)) {
            for (Future<Integer> done : threads.invokeAll(List.of(folding, folding, folding, folding, moving))) {
                repeated += done.get();
            }
        }
        reveal(tree, tree.units().stream().filter(unit -> !tree.isKnown(unit)).toList());

        System.out.println("Transactions repeated after a deadlock: " + repeated);
        for (long dispatch : dispatches) {
            assertThat(cells(dispatch)).isEqualTo(story.cells(dispatch, tree));
        }
    }

    @Test
    void aUnitThatIsNotKnownYetIsCountedWhenItIs() {
        var tree = Tree.of(jdbc, nextRoot(), 1, 1, 1, 2);
        long village = tree.root() + 4;
        reveal(tree, tree.units().stream().filter(unit -> unit != village).toList());

        foldProgress.fold(
                List.of(new News.Addressed(tree.root(), village, 1), new News.Addressed(tree.root(), village + 1, 2)));
        assertThat(cells(tree.root()).get(tree.path(tree.root()))).isEqualTo(new Figures(1, 0, 0, 0, 0, 0, 0, 0, 0, 0));

        reveal(tree, List.of(village));
        assertThat(cells(tree.root()).get(tree.path(tree.root()))).isEqualTo(new Figures(2, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void figuresOfADispatchLongPastStayWhereTheyWereReported() {
        var tree = Tree.of(jdbc, nextRoot(), 2, 2, 2, 2);
        long village = tree.root() + 7;
        reveal(tree, tree.units());
        long past = tree.root();
        long open = tree.root() + 1;
        jdbc.update("insert into dispatch (id, deadline) values (?, '2020-01-01'), (?, '2099-01-01')", past, open);
        foldProgress.fold(List.of(new News.Addressed(past, village, 1), new News.Addressed(open, village, 2)));
        var before = cells(past);

        change(tree, () -> tree.move(village, tree.root() + 6));

        assertThat(cells(past)).isEqualTo(before);
        assertThat(cells(open)).isNotEqualTo(before);
    }

    private Tree aTree() {
        return Tree.of(jdbc, nextRoot(), 2, 4, 8, 40);
    }

    private static long nextRoot() {
        return 20_000_000 + TREES.incrementAndGet() * 100_000L;
    }

    private void reveal(Tree tree, List<Long> units) {
        change(tree, () -> tree.reveal(units));
    }

    private void change(Tree tree, Supplier<List<Change>> changing) {
        var undo = tree.remember();
        try {
            transaction.executeWithoutResult(status -> {
                var changes = changing.get();
                if (!changes.isEmpty()) followMovedUnits.unitsChanged(changes);
            });
        } catch (TransientDataAccessException e) {
            undo.run();
            throw e;
        }
    }

    /** As the events starter does when the database names a victim. */
    private static int untilDone(Runnable work) {
        int repeated = 0;
        while (true) {
            try {
                work.run();
                return repeated;
            } catch (TransientDataAccessException e) {
                repeated++;
            }
        }
    }

    private void assertTotalsAreSums(long dispatch) {
        assertThat(placement.listDifferences(dispatch).changed()).isEmpty();
    }

    private Map<String, Figures> cells(long dispatch) {
        var cells = new HashMap<String, Figures>();
        jdbc.query(
                "select * from cell where dispatch = ?",
                row -> {
                    var figures = new Figures(
                            row.getLong("addressed"),
                            row.getLong("delivered"),
                            row.getLong("failed"),
                            row.getLong("signed"),
                            row.getLong("submitted"),
                            row.getLong("returned"),
                            row.getLong("approved"),
                            row.getLong("merged"),
                            row.getLong("closed"),
                            row.getLong("withdrawn"));
                    if (!figures.equals(Figures.NONE)) cells.put(row.getString("path"), figures);
                },
                dispatch);
        return cells;
    }
}
