package cn.dangjian.statistics.figure;

import static cn.dangjian.statistics.figure.Land.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** 改隶: figures of a county, or of a group of division codes, that has moved to another city with all that is below it. */
@ServiceTest
class MovedTreeApiTest {

    private static final String MEMBERS = "measure=member.members";
    private static final String PAST = MEMBERS + "&month=" + NOW.minusMonths(1);
    private static final String STUDENTS = "measure=member.class&slot=STUDENT";

    private static long next = 33_000_000;

    @Autowired
    private Api api;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Broker broker;

    @Autowired
    private JdbcTemplate jdbc;

    private Land land;
    private long province;
    private long oldCity;
    private long newCity;
    private long county;
    private long township;
    private long village;
    private long other;
    private long third;
    private long group;
    private long direct;
    private long second;

    @BeforeEach
    void twoCities() {
        next += 100;
        province = next;
        oldCity = next + 1;
        newCity = next + 2;
        county = next + 3;
        township = next + 4;
        village = next + 5;
        other = next + 6;
        third = next + 7;
        group = next + 8;
        direct = next + 9;
        second = next + 10;
        land = new Land(broker, jdbc)
                .unit(province, null, "PROVINCE", "PROVINCE_COMMITTEE")
                .unit(oldCity, province, "CITY", "CITY_COMMITTEE")
                .unit(newCity, province, "CITY", "CITY_COMMITTEE")
                .unit(county, oldCity, "COUNTY", "COUNTY_COMMITTEE")
                .unit(township, county, "TOWNSHIP", "TOWNSHIP_COMMITTEE")
                .unit(village, township, "VILLAGE", "VILLAGE_ORGANIZATION")
                .unit(other, township, "VILLAGE", "VILLAGE_ORGANIZATION")
                .unit(third, township, "VILLAGE", "VILLAGE_ORGANIZATION")
                .unit(group, oldCity, "COUNTY", "DIVISION_GROUP")
                .unit(direct, group, "TOWNSHIP", "TOWNSHIP_COMMITTEE")
                .unit(second, group, "TOWNSHIP", "TOWNSHIP_COMMITTEE");
        land.settle();
        land.say(
                Land.counts(village, 1, NOW.minusMonths(2), Map.of("FARMER", 10L, "STUDENT", 1L)),
                Land.counts(other, 1, NOW.minusMonths(2), Map.of("FARMER", 7L, "STUDENT", 20L)),
                Land.counts(third, 1, NOW.minusMonths(2), Map.of("FARMER", 4L)),
                Land.counts(direct, 1, NOW.minusMonths(2), Map.of("OFFICE", 12L, "STUDENT", 1L)),
                Land.counts(second, 1, NOW.minusMonths(2), Map.of("OFFICE", 2L, "STUDENT", 30L)),
                Land.dues(village, 1, NOW.minusMonths(1), "100.00", "40.00"));
    }

    private JsonNode figure(String query) {
        var answer = api.get("/v1/figures?" + query).as(tokens.at(province)).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var figure = answer.json().at("/figures/0");
        assertThat(figure.path("addsUp").asBoolean()).as(figure.toString()).isTrue();
        return figure;
    }

    private String total(String query, long unit) {
        return figure(query + "&unit=" + unit).path("total").asString();
    }

    /** The children of a unit and their values, without those that have nothing. */
    private List<String> children(String query, long unit) {
        var parts = new ArrayList<String>();
        for (var part : figure(query + "&unit=" + unit).path("parts"))
            if (!part.path("value").asString().equals("0"))
                parts.add(part.path("unit").asLong() - province + "="
                        + part.path("value").asString());
        return parts;
    }

    private List<String> months(String query, long unit) {
        var values = new ArrayList<String>();
        figure(query + "&group=PERIOD&unit=" + unit)
                .path("parts")
                .forEach(part -> values.add(part.path("value").asString()));
        return values.subList(values.size() - 3, values.size());
    }

    @Test
    void aCountyThatHasMovedHasItsFiguresWithIt() {
        land.moveAll(county, newCity);

        assertThat(total(MEMBERS, county)).isEqualTo("42");
        assertThat(children(MEMBERS, county)).containsExactly("4=42");
        assertThat(children(MEMBERS, township)).containsExactly("5=11", "6=27", "7=4");
        assertThat(children(MEMBERS, newCity)).containsExactly("3=42");
        assertThat(children(MEMBERS, oldCity)).containsExactly("9=13", "10=32");
        assertThat(children(MEMBERS, province)).containsExactly("1=45", "2=42");
        // where it stood then
        assertThat(children(PAST, oldCity)).containsExactly("3=42", "9=13", "10=32");
        assertThat(total(PAST, newCity)).isEqualTo("0");
        assertThat(children(PAST, newCity)).isEmpty();
        assertThat(children(PAST, county)).containsExactly("4=42");
        // as if it had stood there then
        String today = PAST + "&tree=NOW";
        assertThat(children(today, newCity)).containsExactly("3=42");
        assertThat(children(today, oldCity)).containsExactly("9=13", "10=32");
        assertThat(children(today, county)).containsExactly("4=42");
        assertThat(children(today, province)).containsExactly("1=45", "2=42");
        assertThat(total("measure=dues.billed&tree=NOW&month=" + NOW.minusMonths(1), newCity))
                .isEqualTo("10000");
        assertThat(total("measure=dues.billed&month=" + NOW.minusMonths(1), newCity))
                .isEqualTo("0");
    }

    @Test
    void itsMonthsGoOnWhereverItStood() {
        land.moveAll(county, newCity);

        assertThat(months(MEMBERS, county)).containsExactly("42", "42", "42");
        assertThat(months(MEMBERS, newCity)).containsExactly("0", "0", "42");
        assertThat(months(MEMBERS, oldCity)).containsExactly("87", "87", "45");
        assertThat(months(MEMBERS + "&tree=NOW", county)).containsExactly("42", "42", "42");
        assertThat(months(MEMBERS + "&tree=NOW", newCity)).containsExactly("42", "42", "42");
        assertThat(months(MEMBERS + "&tree=NOW", oldCity)).containsExactly("45", "45", "45");
        var before = figure(MEMBERS + "&compare=LAST_MONTH&unit=" + newCity);
        assertThat(before.path("before").asLong()).isZero();
        var view = api.get("/v1/views/me").as(tokens.at(county)).send().json();
        assertThat(view.path("headlines")
                        .valueStream()
                        .filter(each -> each.path("measure").asString().equals("member.members"))
                        .map(each -> each.path("value") + " " + each.path("before") + " " + each.path("today")))
                .as("what it took along is no change of the day")
                .containsExactly("42 42 42");
    }

    /** Back again in the same month: it is as if it had never gone. */
    @Test
    void whoeverMovesBackIsWhereItWas() {
        land.moveAll(county, newCity);
        land.moveAll(county, oldCity);

        assertThat(children(MEMBERS, oldCity)).containsExactly("3=42", "9=13", "10=32");
        assertThat(children(MEMBERS, newCity)).isEmpty();
        assertThat(children(PAST, oldCity)).containsExactly("3=42", "9=13", "10=32");
    }

    /** Nobody is where a group is: its children are shown where it stood in the month that is asked for. */
    @Test
    void aGroupThatHasMovedShowsItsChildrenWhereItStood() {
        land.moveAll(group, newCity);

        assertThat(children(MEMBERS, newCity)).containsExactly("9=13", "10=32");
        assertThat(children(MEMBERS, oldCity)).containsExactly("3=42");
        assertThat(children(PAST, oldCity)).containsExactly("3=42", "9=13", "10=32");
        assertThat(children(PAST, newCity)).isEmpty();
        assertThat(children(PAST + "&tree=NOW", newCity)).containsExactly("9=13", "10=32");
        assertThat(children(PAST + "&tree=NOW", oldCity)).containsExactly("3=42");
    }

    /** Of two villages one is small: the second one is hidden beside it, and no third one that is there no more instead. */
    @Test
    void whoeverHasLeftHidesNobody() {
        land.say(Land.counts(third, 2, NOW.minusMonths(2), Map.of("FARMER", 4L, "STUDENT", 9L)));
        land.move(third, county);

        var figure = figure(STUDENTS + "&unit=" + township);

        assertThat(figure.path("parts")
                        .valueStream()
                        .filter(part -> List.of(village, other)
                                .contains(part.path("unit").asLong()))
                        .map(part -> part.path("value").isNull()))
                .containsExactly(true, true);
    }

    @Test
    void belowAGroupSmallPartsAreHiddenToo() {
        var figure = figure(STUDENTS + "&unit=" + oldCity);

        for (long unit : List.of(direct, second))
            assertThat(figure.path("parts")
                            .valueStream()
                            .filter(part -> part.path("unit").asLong() == unit)
                            .map(part -> part.path("value").isNull()))
                    .as(figure.toString())
                    .containsExactly(true);
        assertThat(figure(STUDENTS + "&unit=" + direct).path("total").isNull()).isTrue();
    }
}
