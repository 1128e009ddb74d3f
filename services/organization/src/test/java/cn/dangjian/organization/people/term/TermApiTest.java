package cn.dangjian.organization.people.term;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.people.team.House;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class TermApiTest {

    private static final LocalDate TODAY = House.today();
    private static final String VILLAGE = "0101100201";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    House house;

    @BeforeEach
    void tree() {
        house = new House("31", api, tokens, jdbc);
        jdbc.sql("delete from team_term_change").update();
        jdbc.sql("delete from team_seat").update();
        jdbc.sql("delete from team_session").update();
    }

    private long aTermDueIn(String village, int days) {
        var answer = house.begin(village, 11, TODAY.plusDays(days).minusYears(5));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("termYears").asInt()).isEqualTo(5);
        return answer.json().path("id").asLong();
    }

    private Api.Answer shift(String who, long term, LocalDate day) {
        return house.post(who, "/v1/terms/" + term + "/due-day", "dueOn", day.toString(), "document", "虚组〔2026〕4号");
    }

    @Test
    void listsTermsByTheDayOnWhichTheyAreDuePageByPage() {
        aTermDueIn("0101100201", 200);
        aTermDueIn("0101100202", 20);
        aTermDueIn("0101100203", 20);
        aTermDueIn("0101001001", -3);
        aTermDueIn("0121200201", 90);
        var units = new ArrayList<Long>();
        var statuses = new ArrayList<String>();
        String cursor = "";
        do {
            var page = house.get("01", "/v1/terms?limit=2&cursor=" + cursor).json();
            page.path("items").forEach(item -> units.add(item.path("unit").asLong()));
            page.path("items")
                    .forEach(item -> statuses.add(item.path("status").asString()
                            + item.path("warning").asInt(0)));
            cursor = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(units)
                .containsExactly(
                        house.unit("0101001001"),
                        house.unit("0101100202"),
                        house.unit("0101100203"),
                        house.unit("0121200201"),
                        house.unit("0101100201"));
        assertThat(statuses).containsExactly("EXPIRED30", "EXPIRING30", "EXPIRING30", "EXPIRING90", "RUNNING0");
        assertThat(house.get("0101", "/v1/terms").json().path("items")).hasSize(4);
        assertThat(house.get("0101", "/v1/terms?dueBefore=" + TODAY.plusDays(20))
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(house.get("01", "/v1/terms?unit=" + house.unit("0121"))
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void countsThemBelowEachUnitOfATier() {
        aTermDueIn("0101100201", 200);
        aTermDueIn("0101100202", 20);
        aTermDueIn("0101001001", -3);
        aTermDueIn("0121200201", 90);
        shift("01", aTermDueIn("0121200202", 0), TODAY.plusDays(9));

        var counties = house.get("", "/v1/terms/summary?tier=COUNTY").json().path("items");

        assertThat(counties).hasSize(3);
        assertThat(counties.get(0).path("sessions").asInt()).isEqualTo(3);
        assertThat(counties.get(0).path("running").asInt()).isEqualTo(1);
        assertThat(counties.get(0).path("last").asInt()).isEqualTo(1);
        assertThat(counties.get(0).path("expired").asInt()).isEqualTo(1);
        assertThat(counties.get(1).path("second").asInt()).isEqualTo(1);
        assertThat(counties.get(1).path("extended").asInt()).isEqualTo(1);
        assertThat(counties.get(2).path("sessions").asInt()).isZero();
        for (var county : counties) {
            int parts = 0;
            for (var part : new String[] {"running", "first", "second", "last", "extended", "expired"}) {
                parts += county.path(part).asInt();
            }
            assertThat(parts).isEqualTo(county.path("sessions").asInt());
        }
        var page = house.get("", "/v1/terms/summary?tier=COUNTY&limit=2").json();
        var rest = house.get(
                "",
                "/v1/terms/summary?tier=COUNTY&limit=2&cursor="
                        + page.path("next").asString());
        assertThat(rest.json().path("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, -12, 200", "0, 12, 200", "-1, -12, 422", "1, 12, 422", "0, 0, 200"})
    void aDueDayIsShiftedByAYearAtMost(int days, int months, int status) {
        long term = aTermDueIn(VILLAGE, 100);
        var regular = TODAY.plusDays(100).minusYears(5).plusYears(5);

        var answer = shift("0101", term, regular.plusMonths(months).plusDays(days));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        if (status == 422) assertThat(answer.problem()).isEqualTo("team.wrong-day");
        assertThat(jdbc.sql("select count(*) from team_term_change")
                        .query(Integer.class)
                        .single())
                .isEqualTo(status == 200 ? 1 : 0);
    }

    @Test
    void theNextTermBeginsWhenTheLastIsDueOrEarlierIfApproved() {
        long term = aTermDueIn(VILLAGE, 100);
        assertThat(house.begin(VILLAGE, 12, TODAY).problem()).isEqualTo("team.not-due");

        shift("0101100", term, TODAY);

        assertThat(house.begin(VILLAGE, 11, TODAY).problem()).isEqualTo("team.number-taken");
        assertThat(house.begin(VILLAGE, 12, TODAY.plusDays(1)).problem()).isEqualTo("team.wrong-day");
        assertThat(house.begin(VILLAGE, 12, TODAY).status()).isEqualTo(201);
        assertThat(shift("0101", term, TODAY).problem()).isEqualTo("team.ended");
        var terms = house.get(VILLAGE, "/v1/units/" + house.unit(VILLAGE) + "/team/sessions")
                .json();
        assertThat(terms.get(0).path("number").asInt()).isEqualTo(12);
        assertThat(terms.get(1).path("status").asString()).isEqualTo("ENDED");
    }

    @Test
    void ofTwoWhoShiftATermTheSecondHasToLookAgain() {
        long term = aTermDueIn(VILLAGE, 100);
        var body = House.map("dueOn", TODAY.plusDays(99).toString(), "document", "文");
        for (int status : new int[] {200, 412}) {
            var answer = api.post("/v1/terms/" + term + "/due-day", body)
                    .as(tokens.at(house.unit("0101")))
                    .key()
                    .ifMatch("\"1\"")
                    .send();
            assertThat(answer.status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"'/v1/terms?cursor=x'", "'/v1/terms?limit=201'", "'/v1/terms/summary'", "'/v1/terms/summary?tier=MOON'"
    })
    void refusesBadQuestions(String path) {
        assertThat(house.get("01", path).status()).isEqualTo(400);
    }

    @Test
    void ofAnotherCountyAndWithoutATokenNothingIsTold() {
        long term = aTermDueIn(VILLAGE, 100);

        assertThat(house.get("0201", "/v1/terms").json().path("items")).isEmpty();
        assertThat(house.get("0201", "/v1/terms?unit=" + house.unit(VILLAGE)).status())
                .isEqualTo(404);
        assertThat(house.get("0201", "/v1/terms/summary?tier=COUNTY&unit=" + house.unit("0101"))
                        .status())
                .isEqualTo(404);
        assertThat(shift("0201", term, TODAY).problem()).isEqualTo("team.unknown");
        assertThat(shift(VILLAGE, term, TODAY).problem()).isEqualTo("team.not-superior");
        assertThat(api.get("/v1/terms").send().status()).isEqualTo(401);
        assertThat(api.get("/v1/terms/summary?tier=COUNTY").send().status()).isEqualTo(401);
        assertThat(api.post("/v1/terms/1/due-day").key().send().status()).isEqualTo(401);
    }
}
