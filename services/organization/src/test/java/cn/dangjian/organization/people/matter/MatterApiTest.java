package cn.dangjian.organization.people.matter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.people.team.House;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.ServiceTest;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class MatterApiTest extends PersonalMatters {

    private static final String TYPE = "organization.personal-data-read.v1";

    @Autowired
    Broker broker;

    private void named(String county, String duty, int since, String until) {
        jdbc.sql("""
            insert into personal_matter_reader (unit_id, duty, since, until, document, subject, at)
            values (:unit, :duty, :since, :until, '文', 'account:1', now(6))\
            """)
                .param("unit", house.unit(county))
                .param("duty", duty)
                .param("since", House.today().plusDays(since))
                .param("until", until == null ? null : House.today().plusDays(Integer.parseInt(until)))
                .update();
    }

    private int readings() {
        return jdbc.sql("select count(*) from personal_matter_reading")
                .query(Integer.class)
                .single();
    }

    @Test
    void theTownshipReadsAndThatIsWrittenDownAndTold() {
        long report = aReport();

        var answer = read("0101100", report);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("content").asString()).isEqualTo(SECRET);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var readings = house.get("0101100", "/v1/personal-matter-reports/" + report + "/readings")
                .json()
                .path("items");
        assertThat(readings).hasSize(1);
        assertThat(readings.get(0).path("account").asLong()).isEqualTo(house.unit("0101100"));
        assertThat(readings.get(0).path("purpose").asString()).isEqualTo("年度核查");
        var event = Awaitility.await()
                .until(
                        () -> broker.heardOf(TYPE).stream()
                                .filter(one -> one.path("data").path("id").asLong() == report)
                                .toList(),
                        events -> !events.isEmpty())
                .getFirst();
        EventSchemas.validate(TYPE, event.toString());
        assertThat(event.path("data").path("account").asLong()).isEqualTo(house.unit("0101100"));
        assertThat(event.toString()).doesNotContain("CANARY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01", "0101", VILLAGE, "0101001", "0101100202", "0121", "0201", "0201100"})
    void nobodyElseReadsHoweverHigh(String who) {
        long report = aReport();

        assertThat(read(who, report).status()).isEqualTo(404);
        assertThat(read(who, report).problem()).isEqualTo("matter.unknown");
        assertThat(house.get(who, "/v1/personal-matter-reports/" + report + "/readings")
                        .status())
                .isEqualTo(404);
        assertThat(house.get(who, "/v1/personal-matter-reports").json().path("items"))
                .isEmpty();
        assertThat(readings()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0101, office,           0, ,  200",
        "0101, office,           1, ,  404",
        "0101, office,          -9, 0, 404",
        "0101, office,          -9, 1, 200",
        "0101, personal-matters, 0, ,  404",
        "0121, office,           0, ,  404"
    })
    void aCountyReadsFromTheDutyThatItHasNamed(String county, String duty, int since, String until, int status) {
        long report = aReport();
        named(county, duty, since, until);

        assertThat(read("0101", report).status()).isEqualTo(status);
        assertThat(read("", report).status()).isEqualTo(404);
        assertThat(read("0121", report).status()).isEqualTo(404);
        assertThat(readings()).isEqualTo(status == 200 ? 1 : 0);
    }

    @Test
    void listsSayNeitherWhoNorWhatAndNoAnswerIsKept() {
        long report = aReport();
        read("0101100", report);

        var list = house.get("0101100", "/v1/personal-matter-reports?limit=1");

        assertThat(list.json().path("items")).hasSize(1);
        assertThat(list.body()).doesNotContain("CANARY");
        for (String place : List.of("outbox where data", "idempotency where convert(body using utf8mb4)")) {
            assertThat(jdbc.sql("select count(*) from " + place + " like '%CANARY%'")
                            .query(Integer.class)
                            .single())
                    .as(place)
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MEMBER,    0, 422, matter.not-head",
        "DIRECTOR,  0, 201,",
        "SECRETARY, 1, 422, matter.wrong-year",
        "SECRETARY, -1, 201,",
        "SECRETARY, -2, 422, matter.wrong-year",
        "secretary, 0, 400, body.invalid"
    })
    void headsReportThisYearsAndLastYearsMatters(String post, int years, int status, String problem) {
        var answer = report("0101100", post, House.today().getYear() + years);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.body()).doesNotContain("CANARY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01", "0101", "0101001", "0101100202", "0201"})
    void nobodyElseHandsIn(String who) {
        assertThat(report(who, "SECRETARY", House.today().getYear()).status()).isEqualTo(404);
    }

    @Test
    void aPurposeIsNeeded() {
        long report = aReport();
        String path = "/v1/personal-matter-reports/" + report + "/readings";

        assertThat(house.post("0101100", path, "purpose", " ").status()).isEqualTo(400);
        assertThat(house.post("0101100", path).status()).isEqualTo(400);
        assertThat(readings()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0101,    personal-matters, 0,  201,",
        "0101,    office,           0,  403, matter.own-duty",
        "0101,    personal-matters, -1, 422, matter.past",
        "0101,    Personal,         0,  400, body.invalid",
        "0101100, personal-matters, 0,  403, matter.not-county",
        "'',      personal-matters, 0,  403, matter.not-county",
    })
    void aCountyNamesADutyThatIsNotTheCallersOwn(String who, String duty, int days, int status, String problem) {
        String since = House.today().plusDays(days).toString();

        var answer =
                house.post(who, "/v1/personal-matter-readers", "duty", duty, "since", since, "document", "虚组〔2026〕7号");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(house.get("0101", "/v1/personal-matter-readers").json()).hasSize(status == 201 ? 1 : 0);
    }

    @Test
    void whatWasNamedCanBeEndedByTheCountyAlone() {
        long report = aReport();
        named("0101", "office", -3, null);
        long id = jdbc.sql("select id from personal_matter_reader")
                .query(Long.class)
                .single();
        assertThat(house.post("0121", "/v1/personal-matter-readers/" + id + "/end")
                        .status())
                .isEqualTo(404);
        assertThat(house.get("0121", "/v1/personal-matter-readers").json()).isEmpty();
        assertThat(read("0101", report).status()).isEqualTo(200);

        assertThat(house.post("0101", "/v1/personal-matter-readers/" + id + "/end")
                        .status())
                .isEqualTo(200);

        assertThat(read("0101", report).status()).isEqualTo(404);
    }

    @Test
    void withoutATokenNothingIsTold() {
        for (String path : List.of("reports", "reports/1/readings", "readers")) {
            assertThat(api.get("/v1/personal-matter-" + path).send().status()).isEqualTo(401);
        }
        for (String path : List.of("reports/1/readings", "readers", "readers/1/end")) {
            assertThat(api.post("/v1/personal-matter-" + path).key().send().status())
                    .isEqualTo(401);
        }
        assertThat(api.post("/v1/units/1/personal-matter-reports").key().send().status())
                .isEqualTo(401);
    }

    @Test
    void theExampleFitsTheSchema() {
        EventSchemas.validate(TYPE, EventExamples.load(TYPE));
        assertThat(EventSchemas.violations(TYPE, EventExamples.load(TYPE).replace("\"purpose\"", "\"content\"")))
                .isNotEmpty();
    }
}
