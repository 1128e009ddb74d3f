package cn.dangjian.statistics.tally;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.statistics.tally.Fact.State;
import cn.dangjian.statistics.tally.FoldProgress.News;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prints rates, answer times and query plans beside many dispatches to all villages of a province:
 * {@code ./mvnw -pl services/statistics test -Dtest=ProgressMeasurement -Dmeasure=true -Ddispatches=50}.
 */
@ServiceTest
@EnabledIfSystemProperty(named = "measure", matches = "true")
class ProgressMeasurement {

    private static final long ROOT = 60_000_000;
    private static final int VILLAGES = 29_534;
    private static final int DISPATCHES = Integer.getInteger("dispatches", 50);
    private static final int ROUNDS = 200;

    @Autowired
    private Api api;

    @Autowired
    private Tokens tokens;

    @Autowired
    private FoldProgress foldProgress;

    @Autowired
    private FollowMovedUnits followMovedUnits;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void printsRatesAnswerTimesAndPlans() {
        var tree = Tree.of(jdbc, ROOT, 14, 134, 2008, VILLAGES);
        tree.reveal(tree.units());
        var villages =
                tree.units().stream().filter(unit -> tree.depth(unit) == 5).toList();
        for (long dispatch = ROOT; dispatch < ROOT + DISPATCHES; dispatch++) {
            long id = dispatch;
            print("addressed", () -> fold(villages, unit -> new News.Addressed(id, unit, unit)));
            print("delivered", () -> fold(villages, unit -> new News.Delivered(id, unit)));
        }
        long dispatch = ROOT + DISPATCHES / 2;
        jdbc.update("""
            update dispatch set number = 'n', title = 't', issuer = ?, deadline = '2026-01-01',
                issued_on = '2025-11-01', announced = ?
             where id = ?\
            """, ROOT, VILLAGES, dispatch);

        for (int from = 0; from < 20_000; from += 2000) {
            var poll = villages.subList(from, from + 2000);
            print(
                    "2000 changes in one poll",
                    () -> fold(
                            poll,
                            unit -> new News.Changed(
                                    dispatch,
                                    unit,
                                    null,
                                    unit,
                                    2,
                                    unit % 1000 == 0 ? State.RETURNED : State.SIGNED,
                                    null)));
        }
        for (long unit : List.of(ROOT, ROOT + 3, ROOT + 20, ROOT + 200, villages.get(5))) {
            measure("progress at depth " + tree.depth(unit), unit, dispatch + "/progress?limit=200");
        }
        measure("first overdue units of the province", ROOT, dispatch + "/progress/units?state=overdue");
        measure("returned units of the province", ROOT, dispatch + "/progress/units?state=returned");
        measure("failed units of the province, none", ROOT, dispatch + "/progress/units?state=failed");
        measure("check", ROOT, dispatch + "/check");
        remember(tree, villages);
        for (long unit : List.of(ROOT, ROOT + 20, ROOT + 200))
            measure("today's tree, depth " + tree.depth(unit), unit, dispatch + "/progress?limit=200&tree=NOW");
        measure("tree of a past day", ROOT, dispatch + "/progress?limit=200&tree=2026-01-01");
        measure("returned units, today's tree", ROOT, dispatch + "/progress/units?state=returned&tree=NOW");
        explain(
                "cells below the province",
                "select * from cell where dispatch = ? and depth = 2 and path > ? and path < ? order by path limit 51",
                dispatch,
                tree.path(ROOT),
                tree.path(ROOT) + "~");
        explain(
                "facts below a township",
                "select * from unit child join fact on unit = child.id where dispatch = ? and child.parent_id = ? "
                        + "and child.path > '' and counted_path = child.path order by child.path limit 51",
                dispatch,
                ROOT + 200);
        explain(
                "returned units",
                "select f.dispatch, f.unit from fact f where f.dispatch = ? and f.addressed = 1 "
                        + "and f.state = 'RETURNED' and f.counted_path between ? and ? and f.counted_path > '' "
                        + "order by f.counted_path limit 51",
                dispatch,
                tree.path(ROOT),
                tree.path(ROOT) + "~");
        long county = ROOT + 20;
        print(
                "a county moves under " + DISPATCHES + " dispatches",
                () -> transaction.executeWithoutResult(
                        status -> followMovedUnits.unitsChanged(tree.move(county, ROOT + 9))));
    }

    /** Each tenth village was at another place before, each hundredth is merged into the next. */
    private void remember(Tree tree, List<Long> villages) {
        var stays = new ArrayList<Object[]>();
        var heirs = new ArrayList<Object[]>();
        for (int i = 0; i + 1 < villages.size(); i += 10) {
            long village = villages.get(i);
            stays.add(new Object[] {village, "1000-01-01", "2026-02-01", tree.path(villages.get(0))});
            stays.add(new Object[] {village, "2026-02-01", "9999-12-31", tree.path(village)});
            if (i % 100 == 0) heirs.add(new Object[] {village, villages.get(i + 1)});
        }
        jdbc.batchUpdate("insert into unit_stay (unit, valid_from, valid_to, path) values (?, ?, ?, ?)", stays);
        jdbc.batchUpdate(
                "insert into unit_past (unit, version, heir, heir_from) values (?, 1, ?, '2026-03-01')", heirs);
        jdbc.execute("analyze table unit_stay, unit_past");
    }

    private void fold(List<Long> units, LongFunction<News> news) {
        for (int from = 0; from < units.size(); from += 5000) {
            foldProgress.fold(units.subList(from, Math.min(units.size(), from + 5000)).stream()
                    .map(news::apply)
                    .toList());
        }
    }

    private void measure(String what, long unit, String url) {
        var token = tokens.at(unit);
        var times = new ArrayList<Long>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            assertThat(api.get("/v1/dispatches/" + url).as(token).send().status())
                    .isEqualTo(200);
            times.add((System.nanoTime() - start) / 1000);
        }
        times.sort(null);
        System.out.println(what + ": median " + times.get(ROUNDS / 2) + " µs, p99 " + times.get(ROUNDS - 3) + " µs");
    }

    private void explain(String what, String sql, Object... parameters) {
        jdbc.query(
                "explain " + sql,
                row -> {
                    System.out.println(String.join(
                            " ",
                            "plan of " + what + ":",
                            row.getString("table"),
                            row.getString("type"),
                            row.getString("key"),
                            row.getString("rows") + " rows",
                            row.getString("Extra")));
                },
                parameters);
    }

    private static void print(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.println(what + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
