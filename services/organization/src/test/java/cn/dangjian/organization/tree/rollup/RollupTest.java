package cn.dangjian.organization.tree.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.organization.tree.period.Midnight;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Sums are those of the facts, before and after they are counted again; in a schema of its own, which is looked at whole. */
@ServiceTest
@TestPropertySource(properties = "spring.application.admin.jmx-name=rollup")
class RollupTest {

    private static final Deque<String> PROVINCES = new ArrayDeque<>(List.of("52", "53", "50"));

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Rollups rollups;

    @Autowired
    SettleRollups settler;

    @Autowired
    List<Counter> counters;

    @Autowired
    Tree tree;

    People people;
    Sums sums;

    @BeforeEach
    void tree() {
        people = new People(PROVINCES.pop(), api, tokens, broker, jdbc);
        sums = new Sums(rollups, counters, jdbc);
    }

    @Test
    void sumsAreThoseOfTheFactsAtEveryStep() {
        var random = new Random(20_261_121);
        int made = 0;
        for (int i = 0; i < 180; i++) {
            if (people.change(random)) made++;
            if (random.nextInt(8) == 0) settler.settleAll();
            if (i % 6 == 0) sums.assertThoseOfTheFacts();
        }
        assertThat(made).isGreaterThan(70);
        assertThat(people.supervised()).isPositive();

        settler.settleAll();
        sums.assertThoseOfTheFacts();
        sums.assertKeptRowsAreTheFacts();
        assertThat(people.advisedChains()).isPositive();
        var midnight = new Midnight(tree, jdbc);
        midnight.strike(Changes.TODAY.plusDays(2));
        sums.assertThoseOfTheFacts();
        settler.settleAll();
        sums.assertKeptRowsAreTheFacts();
    }

    @Test
    void aBranchThatMovesAwayTakesItsMembersAlong() {
        long village = people.one("0101001001");
        long other = people.one("0201100201");
        long branch = people.established(village);
        people.members(branch, 45);
        people.members(people.established(village), 10);
        settler.settleAll();
        assertThat(sums.of(village, "advice.GENERAL_BRANCH")).isEqualTo(1);

        assertThat(people.changes()
                        .make(Changes.move(branch, other), Changes.TODAY)
                        .status())
                .isEqualTo(200);

        for (int round = 0; round < 2; round++) {
            assertThat(sums.of(village, "advice.GENERAL_BRANCH")).isZero();
            assertThat(sums.of(village, "advice.BRANCH_COMMITTEE")).isEqualTo(1);
            assertThat(sums.of(other, "advice.BRANCH_COMMITTEE")).isEqualTo(1);
            settler.settleAll();
        }
        sums.assertKeptRowsAreTheFacts();
    }

    /** Neither the register unit nor the grid lies above the branch that ends. */
    @Test
    void aBranchThatEndsCoversNothing() {
        long village = people.one("0101001001");
        long other = people.one("0201100201");
        long province = people.one("");
        long branch = people.established(village);
        long school = people.desk().enter(province, other, "SCHOOL", 3);
        people.desk().cover(province, school, branch, "SINGLE", Changes.TODAY);
        assertThat(people.linked(people.opened(village), branch).status()).isEqualTo(200);
        var moved = people.changes().make(Changes.move(branch, people.one("0101100202")), Changes.TODAY);
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        settler.settleAll();
        assertThat(sums.of(other, "coverage.COVERED.SCHOOL")).isEqualTo(1);
        assertThat(sums.of(village, "grid.linked.GRID")).isEqualTo(1);

        var ended = people.changes().make(Changes.abolish(branch), Changes.TODAY);
        assertThat(ended.status()).as(ended.toString()).isEqualTo(200);

        for (int round = 0; round < 2; round++) {
            assertThat(sums.of(other, "coverage.COVERED.SCHOOL")).isZero();
            assertThat(sums.of(village, "grid.linked.GRID")).isZero();
            settler.settleAll();
        }
        sums.assertKeptRowsAreTheFacts();
    }
}
