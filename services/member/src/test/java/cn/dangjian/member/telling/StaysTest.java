package cn.dangjian.member.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who stays at a unit is told whole, from the day on which it took him up until he went. */
@ServiceTest
class StaysTest {

    private static final String TYPE = "member.stays-changed.v1";

    /** A village of {@link Province#OTHER_TOWNSHIP} that only this test knows. */
    private static final long STAY = 12141;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    DataSource database;

    private Persons persons;

    @BeforeEach
    void units(@Autowired Province province) {
        province.settle();
        persons = new Persons(api, tokens);
        JdbcClient.create(database)
                .sql("""
                    insert ignore into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
                    values (:id, 1211, :code, '客村', 'VILLAGE', 'VILLAGE_ORGANIZATION', 'RURAL', :path, 1, '2022-01-01')\
                    """)
                .param("id", STAY)
                .param("code", "9801" + STAY)
                .param("path", Province.path(Province.OTHER_TOWNSHIP) + Province.segment(STAY))
                .update();
    }

    private void step(long unit, long floating, String step, String day) {
        var answer = persons.post(unit, "/v1/floatings/" + floating + "/" + step, Map.of("day", day));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** What the newest event that names the unit says of a member. */
    private List<String> stays(long member) {
        return broker.heardOf(TYPE).stream()
                .peek(event -> EventSchemas.validate(TYPE, event.toString()))
                .flatMap(event -> event.at("/data/units").valueStream())
                .filter(unit -> unit.path("unit").asLong() == STAY)
                .reduce((earlier, later) -> later)
                .map(unit -> unit.path("stays")
                        .valueStream()
                        .filter(stay -> stay.path("member").asLong() == member)
                        .map(StaysTest::said)
                        .toList())
                .orElse(List.of());
    }

    private static String said(JsonNode stay) {
        return stay.path("from").asString() + " " + stay.path("to").asString("-");
    }

    @Test
    void areToldFromWhenHeIsTakenUpUntilHeReturns() {
        EventSchemas.validate(TYPE, EventExamples.load(TYPE));
        long member = persons.member(Province.VILLAGE, "外出一");
        long floating = persons.floating(member, STAY);

        step(STAY, floating, "acceptance", "2026-01-20");
        await().untilAsserted(() -> assertThat(stays(member)).containsExactly("2026-01-20 -"));

        step(STAY, floating, "return", "2026-05-31");
        await().untilAsserted(() -> assertThat(stays(member)).containsExactly("2026-01-20 2026-05-31"));
    }

    @Test
    void areNotToldWhileNobodyHasTakenHimUp() {
        long reported = persons.member(Province.VILLAGE, "外出二");
        persons.floating(reported, STAY);
        long taken = persons.member(Province.VILLAGE, "外出三");
        step(STAY, persons.floating(taken, STAY), "acceptance", "2026-02-01");

        await().untilAsserted(() -> assertThat(stays(taken)).containsExactly("2026-02-01 -"));
        assertThat(stays(reported)).isEmpty();
    }

    @Test
    void areToldAgain() {
        long member = persons.member(Province.VILLAGE, "外出四");
        step(STAY, persons.floating(member, STAY), "acceptance", "2026-03-01");
        await().untilAsserted(() -> assertThat(stays(member)).isNotEmpty());
        int before = told();

        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);

        await().untilAsserted(() -> assertThat(told()).isGreaterThan(before));
        assertThat(stays(member)).containsExactly("2026-03-01 -");
    }

    private int told() {
        return (int) broker.heardOf(TYPE).stream()
                .flatMap(event -> event.at("/data/units").valueStream())
                .filter(unit -> unit.path("unit").asLong() == STAY)
                .count();
    }
}
