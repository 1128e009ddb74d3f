package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.supervise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 条线统计: figures of a line are those of what stands in it, wherever that is in the territory (F-05, ORG-09). */
@ServiceTest
class LineFiguresTest extends TwoHierarchies {

    private static final int YEAR = TODAY.getYear();

    private LineFacts facts;
    private long city;
    private long outside;

    @Override
    String province() {
        return "46";
    }

    /** The city's committee supervises the county's, which supervises a branch and a general branch with one below. */
    @BeforeEach
    void lines() {
        facts = new LineFacts(jdbc);
        city = established(divisions.unit("01"), "01-L" + round, "虚构市两新" + round, "WORKING_COMMITTEE");
        outside = established(township, "0101100-X" + round, "虚构线外" + round, "BRANCH");
        made(supervise(committee, city), TODAY);
        made(supervise(branch, committee), TODAY);
        made(supervise(general, committee), TODAY);
    }

    private JsonNode figures(long caller, String path) {
        var answer = ask(caller, path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void adviceIsCountedAndListedInTheOrderOfTheLine() {
        for (long unit : new long[] {branch, small, outside}) facts.members(unit);

        for (int settled = 0; settled < 2; settled++) {
            var counts = figures(city, "/v1/advice/counts?by=LINE");
            assertThat(counts.path("total").path("JOIN").asInt()).isEqualTo(2);
            assertThat(counts.path("own")).isEmpty();
            assertThat(counts.path("children").valueStream())
                    .extracting(part -> part.path("unitId").asLong(), part -> part.at("/counts/JOIN")
                            .asInt())
                    .containsExactly(tuple(committee, 2));
            assertThat(figures(committee, "/v1/advice/counts?by=LINE")
                            .path("children")
                            .valueStream())
                    .extracting(part -> part.path("unitId").asLong(), part -> part.at("/counts/JOIN")
                            .asInt())
                    .containsExactly(tuple(branch, 1), tuple(general, 1));
            String join = "/v1/advice?by=LINE&advice=JOIN";
            assertThat(listed(join)).containsExactly(branch, small);
            assertThat(listed(join + "&unit=" + general)).containsExactly(small);
            var first = figures(city, join + "&limit=1");
            assertThat(first.at("/items/0/subjectId").asLong()).isEqualTo(branch);
            assertThat(listed(join + "&limit=1&cursor=" + first.path("next").asString()))
                    .containsExactly(small);
            settle();
        }
    }

    private List<Long> listed(String path) {
        return figures(city, path)
                .path("items")
                .valueStream()
                .map(item -> item.path("subjectId").asLong())
                .toList();
    }

    private void settle() {
        await().until(() -> jdbc.sql("select count(*) from rollup_stale")
                        .query(Integer.class)
                        .single()
                == 0);
    }

    @Test
    void weakUnitsAreCountedByTheUnitsDirectlyBelowInTheLine() {
        for (long unit : new long[] {branch, small, outside}) facts.weakCase(unit, county);

        var ofTheCity = figures(city, "/v1/weak-figures?by=LINE&year=" + YEAR);
        assertThat(ofTheCity.at("/total/cases").asInt()).isEqualTo(2);
        assertThat(ofTheCity.at("/total/types/NO_SECRETARY").asInt()).isEqualTo(2);
        assertThat(ofTheCity.path("children").valueStream())
                .extracting(line -> line.path("unit").asLong(), line -> line.at("/figures/cases")
                        .asInt())
                .containsExactly(tuple(committee, 2));
        var ofTheCounty = figures(city, "/v1/weak-figures?by=LINE&unit=" + committee + "&year=" + YEAR);
        assertThat(ofTheCounty.at("/own/cases").asInt()).isZero();
        assertThat(ofTheCounty.path("children").valueStream())
                .extracting(line -> line.path("unit").asLong(), line -> line.at("/figures/cases")
                        .asInt())
                .containsExactly(tuple(branch, 1), tuple(general, 1));
    }

    @Test
    void staffTurnsOverInALine() {
        for (long unit : new long[] {branch, small, outside}) facts.staff(unit);

        var rows = figures(city, "/v1/staff/turnover?by=LINE&year=" + YEAR);

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("joined").asInt()).isEqualTo(2);
        assertThat(rows.get(0).path("left").asInt()).isZero();
        assertThat(rows.get(0).path("atEnd").asInt()).isEqualTo(2);
        assertThat(figures(city, "/v1/staff/turnover?by=LINE&unit=" + general + "&year=" + YEAR)
                        .get(0)
                        .path("joined")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void venuesAddUpInALine() {
        facts.venue(branch, 80);
        facts.venue(small, 40);
        facts.venue(outside, 1000);

        var figures = figures(committee, "/v1/venue-figures?by=LINE");

        assertThat(figures.at("/total/venues").asInt()).isEqualTo(2);
        assertThat(figures.at("/total/area").asDouble()).isEqualTo(120);
        assertThat(figures.at("/total/cost").asString()).isEqualTo("2.00");
        assertThat(figures.path("parts").valueStream())
                .extracting(part -> part.path("unit").asLong(), part -> part.path("area")
                        .asDouble())
                .containsExactly(tuple(branch, 80.0), tuple(general, 40.0));
    }

    @Test
    void officialsOfALineSpendDaysInVillages() {
        long leader = facts.leader(branch);
        facts.contact(leader, divisions.unit("0101100201"), "POINT");
        facts.contact(facts.leader(outside), divisions.unit("0101100201"), "POINT");

        var time = figures(city, "/v1/contact-time?by=LINE&from=" + YEAR + "-01-01&to=" + YEAR + "-12-31");

        assertThat(time.path("items").valueStream())
                .extracting(item -> item.path("leader").asLong())
                .containsExactly(leader);
    }

    /** Villages stand in a line only where a street or a zone heads one. */
    @Test
    void villagesOfALineAreCountedWhereAnyStandInIt() {
        long linked = divisions.unit("0101100201");
        long bare = divisions.unit("0101100202");
        for (long village : new long[] {linked, bare}) facts.standsIn(village, committee);
        facts.contact(facts.leader(township), linked, "STATION");
        long there = facts.firstSecretary(linked);
        facts.household(bare);

        var contacts = figures(city, "/v1/contact-coverage?by=LINE");
        assertThat(contacts.at("/total/villages").asInt()).isEqualTo(2);
        assertThat(contacts.at("/total/station").asInt()).isEqualTo(1);
        assertThat(contacts.at("/total/linked").asInt()).isEqualTo(1);
        assertThat(contacts.at("/parts/0/unit").asLong()).isEqualTo(committee);
        var secretaries = figures(city, "/v1/first-secretaries/coverage?by=LINE&tier=BRANCH&unit=" + committee)
                .path("items")
                .get(0);
        assertThat(secretaries.path("unit").asLong()).isEqualTo(committee);
        assertThat(secretaries.path("villages").asInt()).isEqualTo(2);
        assertThat(secretaries.path("covered").asInt()).as("posting " + there).isEqualTo(1);
        for (var day : new String[] {"", "&asOf=" + TODAY.minusDays(1)}) {
            var grids = figures(city, "/v1/grid-rates?by=LINE" + day);
            assertThat(grids.at("/total/0/places").asInt()).isEqualTo(1);
            assertThat(grids.at("/total/0/linked").asInt()).isZero();
            assertThat(grids.at("/children/0/unitId").asLong()).isEqualTo(committee);
            assertThat(grids.at("/children/0/rates/0/places").asInt()).isEqualTo(1);
        }
    }
}
