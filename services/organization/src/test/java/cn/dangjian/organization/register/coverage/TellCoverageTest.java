package cn.dangjian.organization.register.coverage;

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

/** How the coverage of a place stands is told when it is another state than was told, and again when the operator asks. */
@ServiceTest
class TellCoverageTest {

    private static final String TYPE = "organization.coverage-changed.v1";
    private static final long PLACE = 9_900_011;
    private static final long PARTY = 9_900_012;
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    TellCoverage tellCoverage;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Broker broker;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @AfterEach
    void forget() {
        jdbc.sql("delete from register_link where register_id between 9900100 and 9900110")
                .update();
        jdbc.sql("delete from register_state where place_id = " + PLACE).update();
        jdbc.sql("delete from register_unit where id between 9900100 and 9900110")
                .update();
        jdbc.sql("delete from coverage_told where unit_id = " + PLACE).update();
        jdbc.sql("delete from unit where id in (" + PLACE + ", " + PARTY + ")").update();
    }

    @BeforeEach
    void aPlaceWithUnits() {
        forget();
        unit(PLACE, "VILLAGE", "VILLAGE_BRANCH", "05w74");
        unit(PARTY, "BRANCH", "BRANCH", "05w7405w76");
        registered(9_900_100, 0);
        registered(9_900_101, 1);
        registered(9_900_102, 40);
        registered(9_900_103, 5);
        jdbc.sql("""
            insert into register_link (register_id, role, party_unit_id, founding, valid_from, valid_to, subject, at)
            values (9900103, 'COVER', :party, 'SINGLE', :from, '9999-12-31', 'account:1', now(6))\
            """).param("party", PARTY).param("from", TODAY.minusDays(9)).update();
    }

    private void unit(long id, String tier, String kind, String path) {
        jdbc.sql("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
            values (:id, 9900000, :code, '示范', :tier, :kind, 'RURAL', :path, 1, '2020-01-01')\
            """)
                .param("id", id)
                .param("code", "98" + id)
                .param("tier", tier)
                .param("kind", kind)
                .param("path", path + "05w7b")
                .update();
    }

    private void registered(long id, int members) {
        jdbc.sql("insert into register_unit (id, registered_on, version) values (:id, :day, 1)")
                .param("id", id)
                .param("day", TODAY.minusDays(9))
                .update();
        jdbc.sql("""
            insert into register_state (register_id, valid_from, valid_to, place_id, name, type, employees, members,
                                        subject, at)
            values (:id, :day, '9999-12-31', :place, '虚构企业', 'PRIVATE', 90, :members, 'account:1', now(6))\
            """)
                .param("id", id)
                .param("day", TODAY.minusDays(9))
                .param("place", PLACE)
                .param("members", members)
                .update();
    }

    private List<String> told() {
        return jdbc.sql("""
            select concat_ws(' ', covered, should_be_covered, not_yet, not_required, as_of, version) from coverage_told
             where unit_id = :unit\
            """).param("unit", PLACE).query(String.class).list();
    }

    @Test
    void tellsAStateOnceAndWhatADayHasChanged() {
        tellCoverage.tell();
        tellCoverage.tell();
        assertThat(told()).containsExactly("1 1 1 1 " + TODAY + " 1");

        jdbc.sql("update register_link set valid_to = :today where register_id = 9900103")
                .param("today", TODAY)
                .update();
        tellCoverage.tell();
        assertThat(told()).containsExactly("0 2 1 1 " + TODAY + " 2");

        jdbc.sql("delete from register_state where place_id = " + PLACE).update();
        tellCoverage.tell();
        assertThat(told()).containsExactly("0 0 0 0 " + TODAY + " 3");
    }

    @Test
    void tellsAgainWhatWasToldWhenTheOperatorAsks() {
        tellCoverage.tell();
        jdbc.sql("update coverage_told set as_of = :day where unit_id = " + PLACE)
                .param("day", TODAY.minusDays(4))
                .update();
        int before = sent();
        assertThat(api.post("/v1/retellings").as(tokens.at(PLACE)).send().status())
                .isEqualTo(403);
        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);
        // before the next look at all of them, which may be minutes away
        await().untilAsserted(() -> assertThat(sent()).isEqualTo(before + 1));

        tellCoverage.tell();

        assertThat(sent()).isEqualTo(before + 1);
        assertThat(told()).containsExactly("1 1 1 1 " + TODAY.minusDays(4) + " 1");
    }

    private int sent() {
        return jdbc.sql("select count(*) from outbox where type = :type and event_key = :key")
                .param("type", TYPE)
                .param("key", "coverage:" + PLACE)
                .query(Integer.class)
                .single();
    }

    @Test
    void tellsAsItsSchemaSays() {
        EventSchemas.validate(TYPE, EventExamples.load(TYPE));
        tellCoverage.tell();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard()).isNotEmpty());
        for (var event : heard()) EventSchemas.validate(TYPE, event.toString());
        assertThat(heard().getLast().at("/data/covered").asInt()).isEqualTo(1);
    }

    private List<JsonNode> heard() {
        return broker.heardOf(TYPE).stream()
                .filter(event -> event.path("key").asString().equals("coverage:" + PLACE))
                .toList();
    }
}
