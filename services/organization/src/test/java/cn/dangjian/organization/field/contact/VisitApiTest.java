package cn.dangjian.organization.field.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 住村日志: days in villages, what was found there and solved. */
@ServiceTest
class VisitApiTest extends Contacts {

    private Map<String, Object> visit(long leader, String unit, LocalDate day, String days) {
        return Map.of(
                "leader",
                leader,
                "unit",
                divisions.unit(unit),
                "day",
                day.toString(),
                "days",
                new java.math.BigDecimal(days),
                "found",
                "饮水困难",
                "problems",
                List.of("水管老化"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0101100    | 0101100201 | 0  | 0.5  | 201 |
        0101100    | 0101100201 | 0  | 1    | 201 |
        0101100    | 0101100201 | 1  | 2    | 201 |
        0101100    | 0101100201 | 0  | 1.5  | 422 | contact.day-ahead
        0101100    | 0101100201 | -1 | 1    | 422 | contact.day-ahead
        0101100    | 0101100201 | 9  | 0.7  | 422 | contact.not-half-days
        0101100    | 0101100201 | 9  | 0    | 400 | body.invalid
        0101100    | 0101100201 | 99 | 31.5 | 400 | body.invalid
        0101100    | 0101001001 | 0  | 1    | 404 | unit.unknown
        0101       | 0101100201 | 0  | 1    | 404 | contact.leader-unknown
        0101100201 | 0101100201 | 0  | 1    | 404 | contact.leader-unknown
        0121       | 0101100201 | 0  | 1    | 404 | contact.leader-unknown
        """)
    void theOfficeWritesTheLog(String who, String unit, int ago, String days, int status, String problem) {
        long leader = leader(TOWN);

        var answer = post(who, "/v1/contact-visits", visit(leader, unit, TODAY.minusDays(ago), days));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from contact_visit")
                        .query(Integer.class)
                        .single())
                .isEqualTo(status == 201 ? 1 : 0);
    }

    @Test
    void theOfficialWritesFromAnyPostAndSolvesProblems() {
        long leader = leader(TOWN);
        var logged = api.post("/v1/contact-visits", visit(leader, VILLAGE, TODAY, "1"))
                .as(tokens.at(divisions.unit(VILLAGE), 4711))
                .key()
                .send();
        assertThat(logged.status()).as(logged.toString()).isEqualTo(201);
        String path = "/v1/contact-visits/" + logged.json().path("id").asLong();
        var solution = Map.of("day", TODAY.toString(), "solution", "已更换");

        assertThat(get(COUNTY, "/v1/contact-visits?unsolved=true").path("items"))
                .hasSize(1);
        assertThat(post("0121", path + "/problems/1/solution", solution).problem())
                .isEqualTo("contact.visit-unknown");
        assertThat(post(TOWN, path + "/problems/2/solution", solution).problem())
                .isEqualTo("contact.problem-unknown");
        assertThat(post(TOWN, path + "/problems/1/solution", Map.of("day", "2020-01-01", "solution", "已更换"))
                        .problem())
                .isEqualTo("contact.before-the-visit");
        assertThat(post(TOWN, path + "/problems/1/solution", solution).status()).isEqualTo(200);
        assertThat(post(TOWN, path + "/problems/1/solution", solution).problem())
                .isEqualTo("contact.solved-already");
        assertThat(get(COUNTY, "/v1/contact-visits?unsolved=true").path("items"))
                .isEmpty();
        assertThat(get(VILLAGE, path).path("problems").path(0).path("solvedOn").asString())
                .isEqualTo(TODAY.toString());
        assertThat(get("0121", path).path("code").asString()).isEqualTo("contact.visit-unknown");
        assertThat(get("0121", "/v1/contact-visits").path("items")).isEmpty();
    }

    @Test
    void timeInVillagesStandsBesideWhatIsAsked() {
        long county = leader(COUNTY);
        long town = leader(TOWN);
        var monday = LocalDate.of(2026, 3, 2);
        for (long leader : List.of(county, town)) {
            post(leader == town ? TOWN : COUNTY, "/v1/contact-visits", visit(leader, VILLAGE, monday, "2.5"));
        }
        post(COUNTY, "/v1/contact-visits", visit(county, TOWN, monday.plusDays(3), "1"));

        var week = get(COUNTY, "/v1/contact-time?from=2026-03-02&to=2026-03-08");

        assertThat(week.path("provisional").asBoolean(true)).isFalse();
        assertThat(week.path("items")).hasSize(2);
        for (var share : week.path("items")) {
            boolean township = share.path("leader").asLong() == town;
            assertThat(share.path("days").decimalValue()).isEqualByComparingTo("2.5");
            assertThat(share.path("workingDays").asInt()).isEqualTo(5);
            assertThat(share.path("share").decimalValue()).isEqualByComparingTo("50");
            assertThat(share.path("asked").isNull()).isEqualTo(!township);
            assertThat(share.path("reached").isNull()).isTrue();
        }
        assertThat(get(COUNTY, "/v1/contact-time?from=2026-12-28&to=2027-01-03")
                        .path("provisional")
                        .asBoolean())
                .as("a year whose notice is not known")
                .isTrue();
        var year = get(TOWN, "/v1/contact-time?from=2026-01-01&to=2026-12-31").path("items");
        assertThat(year.path(0).path("reached").asBoolean(true)).isFalse();
        assertThat(get("0121", "/v1/contact-time?from=2026-03-02&to=2026-03-08").path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-01, 422",
        "2026-03-02, 2027-03-01, 200",
        "2026-03-02, 2027-03-02, 422",
        "2017-12-31, 2018-01-01, 422",
        "soon,       2026-03-02, 400",
    })
    void aPeriodHasOneYearAtMost(String from, String to, int status) {
        assertThat(api.get("/v1/contact-time?from=" + from + "&to=" + to)
                        .as(tokens.at(divisions.unit(COUNTY)))
                        .send()
                        .status())
                .isEqualTo(status);
    }
}
