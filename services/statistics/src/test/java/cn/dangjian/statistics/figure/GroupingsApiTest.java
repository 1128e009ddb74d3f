package cn.dangjian.statistics.figure;

import static cn.dangjian.statistics.figure.Land.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Figures taken apart by what units are and by month, and of the past on today's tree. */
@ServiceTest
class GroupingsApiTest {

    private static final String MEMBERS = "measure=member.members";

    private static long next = 31_000_000;

    @Autowired
    private Api api;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Broker broker;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Catalogue catalogue;

    private Land land;
    private long county;
    private long township;
    private long second;
    private long village;
    private long other;
    private long third;

    @BeforeEach
    void aCounty() {
        next += 100;
        county = next;
        township = next + 1;
        second = next + 2;
        village = next + 3;
        other = next + 4;
        third = next + 5;
        land = new Land(broker, jdbc)
                .unit(next + 50, null, "PROVINCE", "PROVINCE_COMMITTEE")
                .unit(county, next + 50, "COUNTY", "COUNTY_COMMITTEE")
                .unit(township, county, "TOWNSHIP", "TOWNSHIP_COMMITTEE")
                .unit(second, county, "TOWNSHIP", "TOWNSHIP_COMMITTEE")
                .unit(village, township, "VILLAGE", "VILLAGE_ORGANIZATION")
                .unit(other, township, "VILLAGE", "VILLAGE_ORGANIZATION")
                .unit(third, second, "VILLAGE", "VILLAGE_ORGANIZATION");
        land.settle();
        land.say(
                Land.counts(village, 1, NOW.minusMonths(2), Map.of("FARMER", 20L, "STUDENT", 6L)),
                Land.counts(other, 1, NOW.minusMonths(2), Map.of("FARMER", 9L)),
                Land.counts(third, 1, NOW.minusMonths(2), Map.of("FARMER", 30L)),
                Land.counts(township, 1, NOW, Map.of("OFFICE", 7L)),
                Land.counts(county, 1, NOW, Map.of("OFFICE", 11L)));
    }

    private JsonNode figure(String query) {
        return figure(county, query);
    }

    private JsonNode figure(long reader, String query) {
        var answer = api.get("/v1/figures?" + query).as(tokens.at(reader)).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().at("/figures/0");
    }

    private static List<String> parts(JsonNode figure) {
        assertThat(figure.path("addsUp").asBoolean()).as(figure.toString()).isTrue();
        var parts = new ArrayList<String>();
        figure.path("parts").forEach(part -> parts.add(name(part) + "=" + part.path("value")));
        return parts;
    }

    private static String name(JsonNode part) {
        for (String field : List.of("unit", "slot", "month"))
            if (part.hasNonNull(field)) return part.path(field).asString();
        return "";
    }

    @Test
    void anyMeasureIsTakenApartByKindAndByDomain() {
        assertThat(parts(figure(MEMBERS + "&group=KIND")))
                .containsExactly("COUNTY_COMMITTEE=11", "TOWNSHIP_COMMITTEE=7", "VILLAGE_ORGANIZATION=65");
        assertThat(parts(figure(MEMBERS + "&group=DOMAIN"))).containsExactly("RURAL=65", "URBAN=18");
        assertThat(parts(figure(MEMBERS + "&group=KIND&month=" + NOW.minusMonths(1))))
                .containsExactly("VILLAGE_ORGANIZATION=65");
        var before = figure(MEMBERS + "&group=DOMAIN&compare=LAST_MONTH");
        assertThat(before.path("parts").findValuesAsString("before")).containsExactly("65", "0");
        assertThat(parts(figure("measure=member.retired&group=KIND"))).isEmpty();
    }

    @Test
    void aKindIsFollowedDownToTheUnits() {
        String villages = MEMBERS + "&slot=kind:VILLAGE_ORGANIZATION";

        assertThat(parts(figure(villages))).containsExactly(township + "=35", second + "=30");
        assertThat(parts(figure(villages + "&unit=" + township))).containsExactly(village + "=26", other + "=9");
        assertThat(parts(figure(MEMBERS + "&slot=domain:URBAN"))).containsExactly(township + "=7", second + "=0");
        var own = figure(MEMBERS + "&slot=kind:TOWNSHIP_COMMITTEE&unit=" + township);
        assertThat(own.path("own").asLong()).isEqualTo(7);
        assertThat(own.path("total").asLong()).isEqualTo(7);
        var why = api.get("/v1/figures/why?" + villages + "&unit=" + village)
                .as(tokens.at(county))
                .send()
                .json();
        assertThat(why.at("/sources/items/0/value").asLong()).isEqualTo(26);
        assertThat(why.path("asOf").asString()).isNotEmpty();
    }

    @Test
    void aMeasureIsTakenApartByMonth() {
        var months = figure(MEMBERS + "&group=PERIOD");

        assertThat(parts(months))
                .endsWith(NOW.minusMonths(2) + "=65", NOW.minusMonths(1) + "=65", NOW + "=83")
                .hasSize(13);
        assertThat(figure(MEMBERS + "&group=PERIOD&slot=domain:RURAL")
                        .at("/parts/12/value")
                        .asLong())
                .isEqualTo(65);
    }

    @Test
    void whoAsksForPartsThatThereAreNotIsToldWhichThereAre() {
        var refused = api.get("/v1/figures?measure=member.retired&group=SLOT")
                .as(tokens.at(county))
                .inEnglish()
                .send();

        assertThat(refused.problem()).isEqualTo("figure.no-parts");
        assertThat(refused.json().path("detail").asString()).contains("KIND, DOMAIN");
    }

    /** What came with the open month is not final; of a month that is over nothing is provisional. */
    @Test
    void anAnswerSaysHowMuchOfItIsProvisional() {
        assertThat(figure(MEMBERS).path("provisional").asLong()).isEqualTo(18);
        assertThat(figure(MEMBERS + "&month=" + NOW.minusMonths(1))
                        .path("provisional")
                        .asLong())
                .isZero();
        land.say(Land.dues(village, 1, NOW, "100.00", "40.00"));
        assertThat(figure("measure=dues.collected").path("provisional").asLong())
                .isEqualTo(4000);
    }

    @Test
    void aPastMonthStandsOnTheTreeOfThatMonthOrOnTodays() {
        String past = MEMBERS + "&month=" + NOW.minusMonths(1);
        land.move(village, second);

        assertThat(parts(figure(past))).containsExactly(township + "=35", second + "=30");
        assertThat(parts(figure(past + "&tree=NOW"))).containsExactly(township + "=9", second + "=56");
        assertThat(parts(figure(past + "&tree=NOW&unit=" + second))).containsExactly(village + "=26", third + "=30");
        assertThat(parts(figure(past + "&tree=NOW&unit=" + township))).containsExactly(other + "=9");
        assertThat(parts(figure(past + "&tree=NOW&unit=" + second + "&group=KIND")))
                .containsExactly("VILLAGE_ORGANIZATION=56");
        assertThat(parts(figure(past + "&tree=NOW&unit=" + second + "&slot=kind:VILLAGE_ORGANIZATION")))
                .containsExactly(village + "=26", third + "=30");
        assertThat(parts(figure(past + "&tree=NOW&unit=" + village + "&group=DOMAIN")))
                .containsExactly("RURAL=26");
        assertThat(parts(figure(MEMBERS + "&tree=NOW&group=PERIOD&unit=" + second)))
                .endsWith(NOW.minusMonths(1) + "=56", NOW + "=56");
        assertThat(parts(figure(second, past + "&tree=NOW&unit=" + second + "&group=SLOT")))
                .containsExactly("FULL=56");
    }

    @Test
    void onTodaysTreeAMergedUnitsPastIsItsHeirs() {
        String past = MEMBERS + "&month=" + NOW.minusMonths(1);
        land.merge(village, third);

        assertThat(parts(figure(past))).containsExactly(township + "=35", second + "=30");
        assertThat(parts(figure(past + "&tree=NOW"))).containsExactly(township + "=9", second + "=56");
        var heir = figure(past + "&tree=NOW&unit=" + third);
        assertThat(heir.path("total").asLong()).isEqualTo(56);
        assertThat(heir.path("own").asLong()).isEqualTo(56);
        assertThat(parts(heir)).isEmpty();
        // whoever took it over tells what it has now
        assertThat(figure(MEMBERS + "&tree=NOW&unit=" + third).path("total").asLong())
                .isEqualTo(30);
    }

    /** On today's tree, too: each month as it is by itself, and no more is read for many measures than for one. */
    @Test
    void manyMeasuresByMonthAreReadTogether() {
        land.say(Land.dues(village, 1, NOW.minusMonths(1), "100.00", "40.00"));
        land.move(village, second);
        var thirty = catalogue.all().stream().map(Measure::code).limit(30).toList();
        String one = "&tree=NOW&group=PERIOD&unit=" + second;
        String many = thirty.stream().map(code -> "measure=" + code).collect(Collectors.joining("&")) + one;
        figure(MEMBERS + one);

        long before = selects();
        var figures = api.get("/v1/figures?" + many)
                .as(tokens.at(county))
                .send()
                .json()
                .path("figures");
        assertThat(selects() - before)
                .as("with what else the service reads meanwhile")
                .isLessThan(400);

        assertThat(figures).hasSize(thirty.size());
        for (String code : List.of("member.members", "dues.collected")) {
            var months = figure("measure=" + code + one);
            for (int ago = 0; ago < 4; ago++)
                assertThat(months.at("/parts/" + (12 - ago) + "/value").asLong())
                        .as(code + " " + ago + " months ago")
                        .isEqualTo(figure("measure=" + code + "&tree=NOW&unit=" + second + "&month="
                                        + NOW.minusMonths(ago))
                                .path("total")
                                .asLong());
        }
    }

    private long selects() {
        return jdbc.query("show global status like 'Com_select'", (row, number) -> row.getLong(2))
                .getFirst();
    }

    /** A filter that leaves one person: whoever has no list behind it sees nothing, on neither tree. */
    @Test
    void aFilterThatLeavesOnePersonShowsNobody() {
        land.say(Land.counts(other, 2, NOW.minusMonths(2), Map.of("FARMER", 8L, "STUDENT", 1L)));
        land.move(village, second);
        String one = "measure=member.class&slot=STUDENT&month=" + NOW.minusMonths(1) + "&unit=" + other;

        for (String tree : List.of("", "&tree=NOW", "&group=PERIOD", "&tree=NOW&group=PERIOD")) {
            var figure = figure(one + tree);
            assertThat(figure.path("total").isNull()).as(figure.toString()).isTrue();
            assertThat(figure.path("parts").valueStream().allMatch(part -> part.path("value")
                            .isNull()))
                    .as(figure.toString())
                    .isTrue();
            assertThat(figure.path("own").isNull()).as(figure.toString()).isTrue();
        }
        for (String group : List.of("&group=KIND", "&group=DOMAIN", "&group=SLOT"))
            for (String tree : List.of("", "&tree=NOW", "&compare=LAST_MONTH")) {
                var figure = figure(one + group + tree);
                for (String field : List.of("total", "before", "provisional"))
                    assertThat(figure.path(field).isNull())
                            .as(group + tree + " " + field + ": " + figure)
                            .isTrue();
                assertThat(figure.path("parts").valueStream().allMatch(part -> part.path("share")
                                .isNull()))
                        .as(figure.toString())
                        .isTrue();
            }
        assertThat(figure(township, one).path("total").asLong()).isEqualTo(1);
        assertThat(figure(township, one + "&group=SLOT").path("total").asLong()).isEqualTo(1);
        for (String tree : List.of("", "&tree=NOW")) {
            var below = figure(
                    "measure=member.class&slot=STUDENT&month=" + NOW.minusMonths(1) + "&unit=" + township + tree);
            assertThat(below.path("parts")
                            .valueStream()
                            .filter(part -> part.path("unit").asLong() == other)
                            .allMatch(part -> part.path("value").isNull()))
                    .as(below.toString())
                    .isTrue();
        }
    }
}
