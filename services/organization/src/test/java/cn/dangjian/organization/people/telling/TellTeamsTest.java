package cn.dangjian.organization.people.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How teams stand is told when it is another state than was told, and only then. */
@ServiceTest
class TellTeamsTest {

    private static final String TYPE = "organization.team-changed.v1";
    private static final long UNIT = 9_900_001;
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    TellTeams tellTeams;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Broker broker;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    /** Nothing is above it: others look at the whole tree. */
    @AfterEach
    void forget() {
        for (String table : List.of("team_seat", "team_session", "team_quota", "team_told"))
            jdbc.sql("delete from " + table + " where unit_id = " + UNIT).update();
        jdbc.sql("delete from unit where id = " + UNIT).update();
    }

    @BeforeEach
    void aVillageWithATeam() {
        forget();
        jdbc.sql("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
            values (:unit, 9900000, '989900001', '示范', 'VILLAGE', 'VILLAGE_BRANCH', 'RURAL', '05w7405w75', 1, '2020-01-01')\
            """).param("unit", UNIT).update();
        jdbc.sql("""
            insert into team_session (unit_id, number, started_on, term_years, due_on, document, version)
            values (:unit, 1, :began, 5, :due, '虚', 1)\
            """)
                .param("unit", UNIT)
                .param("began", TODAY.minusYears(1))
                .param("due", TODAY.plusYears(4))
                .update();
        for (String post : List.of("SECRETARY", "DEPUTY_SECRETARY", "MEMBER"))
            jdbc.sql("""
                insert into team_quota (unit_id, post, since, quota, document, subject, at)
                values (:unit, :post, '2020-01-01', 1, '虚', 'account:1', utc_timestamp(6))\
                """).param("unit", UNIT).param("post", post).update();
    }

    private void seat(String post, LocalDate to) {
        jdbc.sql("""
            insert into team_seat (unit_id, session_id, post, person_id, from_on, to_on, full_time, version)
            values (:unit, 1, :post, 1, :from, :to, false, 1)\
            """)
                .param("unit", UNIT)
                .param("post", post)
                .param("from", TODAY.minusYears(1))
                .param("to", to)
                .update();
    }

    private List<String> told() {
        return jdbc.sql("""
            select concat_ws(' ', quota, filled, secretary, due_on, version) from team_told where unit_id = :unit\
            """).param("unit", UNIT).query(String.class).list();
    }

    @Test
    void tellsAStateOnce() {
        seat("SECRETARY", null);
        seat("MEMBER", null);
        seat("MEMBER", null);

        tellTeams.tell();
        tellTeams.tell();

        assertThat(told()).containsExactly("3 2 1 " + TODAY.plusYears(4) + " 1");
    }

    @Test
    void tellsWhatADayHasChanged() {
        seat("SECRETARY", TODAY.plusDays(1));
        tellTeams.tell();
        assertThat(told()).containsExactly("3 1 1 " + TODAY.plusYears(4) + " 1");

        jdbc.sql("update team_seat set to_on = :today where unit_id = :unit")
                .param("today", TODAY)
                .param("unit", UNIT)
                .update();
        tellTeams.tell();

        assertThat(told()).containsExactly("3 0 0 " + TODAY.plusYears(4) + " 2");
    }

    /** The end of a unit is decided before its day: until then its team is one like any other. */
    @Test
    void tellsOfAUnitUntilItEnds() {
        seat("SECRETARY", null);
        tellTeams.tell();
        endsOn(TODAY.plusDays(1));
        seat("MEMBER", null);
        tellTeams.tell();
        assertThat(told()).containsExactly("3 2 1 " + TODAY.plusYears(4) + " 2");

        endsOn(TODAY);
        seat("DEPUTY_SECRETARY", null);
        tellTeams.tell();
        assertThat(told()).containsExactly("3 2 1 " + TODAY.plusYears(4) + " 2");
    }

    /** After a broker was set up anew: the same state, as of the day on which it was looked, with the version that it had. */
    @Test
    void tellsAgainWhatWasToldWhenTheOperatorAsks() {
        seat("SECRETARY", null);
        tellTeams.tell();
        jdbc.sql("update team_told set as_of = :day where unit_id = :unit")
                .param("day", TODAY.minusDays(6))
                .param("unit", UNIT)
                .update();
        int before = sent();
        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);
        // before the next look at all of them, which may be minutes away
        await().untilAsserted(() -> assertThat(sent()).isEqualTo(before + 1));

        tellTeams.tell();

        assertThat(sent()).isEqualTo(before + 1);
        assertThat(jdbc.sql("""
            select concat_ws(' ', version, json_unquote(json_extract(data, '$.asOf'))) from outbox
             where type = :type and event_key = :key order by id desc limit 1\
            """)
                        .param("type", TYPE)
                        .param("key", "team:" + UNIT)
                        .query(String.class)
                        .single())
                .isEqualTo("1 " + TODAY.minusDays(6));
        assertThat(told()).containsExactly("3 1 1 " + TODAY.plusYears(4) + " 1");
    }

    private int sent() {
        return jdbc.sql("select count(*) from outbox where type = :type and event_key = :key")
                .param("type", TYPE)
                .param("key", "team:" + UNIT)
                .query(Integer.class)
                .single();
    }

    private void endsOn(LocalDate day) {
        jdbc.sql("update unit set valid_to = :day where id = :unit")
                .param("day", day)
                .param("unit", UNIT)
                .update();
    }

    @Test
    void tellsAsItsSchemaSays() {
        EventSchemas.validate(TYPE, EventExamples.load(TYPE));
        tellTeams.tell();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard()).isNotEmpty());
        for (var event : heard()) EventSchemas.validate(TYPE, event.toString());
        assertThat(heard().getLast().at("/data/quota").asInt()).isEqualTo(3);
    }

    private List<JsonNode> heard() {
        return broker.heardOf(TYPE).stream()
                .filter(event -> event.path("key").asString().equals("team:" + UNIT))
                .toList();
    }
}
