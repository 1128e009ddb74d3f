package cn.dangjian.member.telling;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class CountsTest {

    /** A village of {@link Province#OTHER_TOWNSHIP} that only this test knows. */
    private static final long ALONE = 12118;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    Broker broker;

    @Autowired
    DataSource database;

    private Persons persons;

    @BeforeEach
    void units() {
        province.settle();
        JdbcClient.create(database)
                .sql("""
                    insert ignore into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
                    values (:id, 1211, '98012118', '独村', 'VILLAGE', 'VILLAGE_ORGANIZATION', 'RURAL', :path, 1,
                            '2022-01-01')\
                    """)
                .param("id", ALONE)
                .param("path", Province.path(ALONE))
                .update();
        persons = new Persons(api, tokens);
    }

    private JsonNode counts(long unit, String query) {
        return persons.get(Province.PROVINCE, "/v1/units/" + unit + "/counts" + query)
                .json();
    }

    /** The newest that was said of a unit. */
    private Optional<JsonNode> told(long unit) {
        return broker.heard("member").stream()
                .filter(event -> event.path("type").asString().equals("member.counts-changed.v1"))
                .peek(event -> EventSchemas.validate("member.counts-changed.v1", event.toString()))
                .flatMap(event -> event.at("/data/counts").valueStream())
                .filter(count -> count.path("unit").asLong() == unit)
                .reduce((earlier, later) -> later);
    }

    private void awaitTold(long unit, Predicate<JsonNode> as) {
        Awaitility.await().until(() -> told(unit).filter(as).isPresent());
    }

    @Test
    void tellsTheWholeStateOfAUnitAndTheSumsAreRightOnAnyDay() {
        long first = persons.member(ALONE, "吕望");
        persons.register(ALONE, Persons.applicant("施工"));
        awaitTold(
                ALONE,
                count -> count.path("full").asInt() == 1
                        && count.path("applicants").asInt() == 1
                        && count.path("open").asInt() == 2
                        && count.at("/classes/RURAL").asInt() == 1);

        persons.post(
                ALONE, "/v1/members/" + first + "/events", Map.of("what", "DIED", "day", "2026-01-31", "reason", "病故"));

        awaitTold(ALONE, count -> count.path("full").asInt() == 0);
        assertThat(counts(ALONE, "").at("/whole/members").asInt()).isZero();
        assertThat(counts(ALONE, "?on=2026-01-30").at("/whole/members").asInt()).isEqualTo(1);
        for (String day : new String[] {"", "?on=2026-01-30", "?on=2011-08-01", "?on=2009-03-01", "?on=2000-01-01"}) {
            for (long unit : new long[] {1, 11, 12, 111, 121, 1211}) {
                var answer = counts(unit, day);
                int sum = answer.path("parts")
                        .valueStream()
                        .mapToInt(part -> part.path("members").asInt())
                        .sum();
                assertThat(sum)
                        .as(unit + day)
                        .isEqualTo(answer.at("/whole/members").asInt());
            }
        }
    }

    @Test
    void tellsWhoSomebodyIsWithoutNameOrNumber() {
        long id = persons.member(11212, "张望乡");

        var told = Awaitility.await()
                .until(
                        () -> broker.heard("member").stream()
                                .filter(event -> event.path("type").asString().equals("member.members-changed.v1"))
                                .filter(event -> event.at("/data/members")
                                        .valueStream()
                                        .anyMatch(
                                                member -> member.path("member").asLong() == id))
                                .findFirst(),
                        Optional::isPresent);

        EventSchemas.validate("member.members-changed.v1", told.get().toString());
        assertThat(told.get().toString()).doesNotContain("张望乡").contains("\"FULL\"");
    }

    @Test
    void tellsAllAgainForAnEmptiedBroker() {
        persons.member(11212, "孔方");
        awaitTold(11212, count -> count.path("full").asInt() >= 1);
        int before = broker.heard("member").size();
        assertThat(api.post("/v1/retellings")
                        .as(tokens.at(Province.PROVINCE))
                        .send()
                        .status())
                .isEqualTo(403);

        var answer = api.post("/v1/retellings").as(tokens.administrator()).send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        Awaitility.await().until(() -> broker.heard("member").stream()
                .skip(before)
                .filter(event -> event.path("type").asString().equals("member.counts-changed.v1"))
                .flatMap(event -> event.at("/data/counts").valueStream())
                .anyMatch(count -> count.path("unit").asLong() == 11212));
    }

    @Test
    void refusesADayToComeAndAnotherCounty() {
        assertThat(persons.get(Province.COUNTY, "/v1/units/" + Province.COUNTY + "/counts?on=2999-01-01")
                        .problem())
                .isEqualTo("count.day-ahead");
        assertThat(persons.get(Province.OTHER_COUNTY, "/v1/units/" + Province.COUNTY + "/counts")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void tellsAgainWhenAFileSaysSomethingElse() {
        long id = persons.member(11212, "苗青");
        awaitTold(11212, count -> count.path("full").asInt() >= 1);

        var changed = api.put("/v1/members/" + id, Map.of("name", "苗青", "education", "21"))
                .as(tokens.at(11212))
                .key()
                .send();

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        awaitTold(11212, count -> count.at("/educations/21").asInt() == 1);
    }
}
