package cn.dangjian.organization.tree.openwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What keeps a unit from ending. */
@ServiceTest
class OpenMattersTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    JdbcClient jdbc;

    Divisions divisions;
    Changes changes;

    @BeforeEach
    void tree() {
        divisions = new Divisions("64", api, tokens, jdbc);
        divisions.settle();
        changes = new Changes(api, tokens, divisions);
    }

    private List<Boolean> finished(long assignment) {
        return jdbc.sql("select finished from open_work where assignment = ?")
                .param(assignment)
                .query(Boolean.class)
                .list();
    }

    private List<String> open(Map<String, Object> operation) {
        var answer = changes.propose("0101", operation, Changes.TODAY.plusDays(1));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("change.still-open");
        return answer.json()
                .path("open")
                .valueStream()
                .map(OpenMattersTest::told)
                .toList();
    }

    private JsonNode seen(String path) {
        return api.get(path).as(tokens.at(divisions.unit("0121"))).send().json();
    }

    private static String told(JsonNode tie) {
        return tie.path("what").asString() + tie.path("count").asLong() + " "
                + tie.path("becomes").asString();
    }

    private void withOpenWork(long unit, long assignment, int members) {
        jdbc.sql("insert into open_work (assignment, unit_id, finished) values (:first, :unit, false), (:second,"
                        + " :unit, true)")
                .param("first", assignment)
                .param("second", assignment + 1)
                .param("unit", unit)
                .update();
        if (members > 0)
            jdbc.sql("insert into member_count (unit_id, full_members, probationary, retired, version) values"
                            + " (:unit, :members, 1, 0, 1)")
                    .param("unit", unit)
                    .param("members", members - 1)
                    .update();
    }

    private long unitOf(long assignment) {
        return jdbc.sql("select unit_id from open_work where assignment = ?")
                .param(assignment)
                .query(Long.class)
                .single();
    }

    private static String passed(long assignment, long version, String state, long unit) {
        var event = (ObjectNode) JsonMapper.shared().readTree(EventExamples.load("task", "assignment-changed.v1"));
        event.put("id", UUID.randomUUID().toString());
        event.put("key", "assignment:" + assignment);
        event.put("version", version);
        var data = (ObjectNode) event.path("data");
        data.put("assignment", assignment).put("state", state).put("unit", unit).put("fromUnit", 11111);
        EventSchemas.validate("task.assignment-changed.v1", event.toString());
        return event.toString();
    }

    @Test
    void hearsTheProducersExamplesOnceAndInAnyOrder() {
        String addressed = EventExamples.load("task", "addressed.v1");
        String approved = EventExamples.load("task", "assignment-changed.v1").replace("SIGNED", "APPROVED");

        broker.send(approved, approved, addressed, addressed);

        await().untilAsserted(() -> assertThat(finished(905)).containsExactly(false));
        assertThat(finished(901)).containsExactly(true);
    }

    @Test
    void aUnitWithOpenMattersDoesNotEndAndIsToldWhich() {
        long village = divisions.unit("0101100201");
        withOpenWork(village, 64001, 3);

        assertThat(open(Changes.abolish(village))).containsExactlyInAnyOrder("assignments1 CLOSED", "members3 SETTLE");

        jdbc.sql("update open_work set finished = true where assignment = 64001")
                .update();
        jdbc.sql("delete from member_count where unit_id = :unit")
                .param("unit", village)
                .update();
        assertThat(changes.propose("0101", Changes.abolish(village), Changes.TODAY.plusDays(1))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void countsEverybodyWhoseFileTheUnitKeepsOpenIfMemberTellsIt() {
        long village = divisions.unit("0101100201");
        jdbc.sql("delete from member_count where unit_id = :unit")
                .param("unit", village)
                .update();
        String page = String.valueOf(village / 500);
        broker.send(EventExamples.load("member", "counts-changed.v1")
                .replace("0198a4d2-7c11", "0198a4d2-7c12")
                .replace("counts:22", "counts:" + page)
                .replace("11111", String.valueOf(village))
                .replace("\"full\": 27", "\"full\": 0")
                .replace("\"probationary\": 2", "\"probationary\": 0")
                .replace("\"open\": 35", "\"open\": 4"));
        await().until(
                        () -> jdbc.sql("select count(*) from member_count where unit_id = :unit")
                                .param("unit", village)
                                .query(Integer.class)
                                .single(),
                        rows -> rows == 1);

        assertThat(open(Changes.abolish(village))).contains("members4 SETTLE");

        jdbc.sql("delete from member_count where unit_id = :unit")
                .param("unit", village)
                .update();
    }

    @Test
    void whatTheHeirGoesOnWithIsToldAndKeepsNothingFromEnding() {
        long village = divisions.unit("0121200201");
        withOpenWork(village, 64011, 3);

        var answer = changes.propose(
                "0121", Changes.merge(List.of(village), divisions.unit("0121200202")), Changes.TODAY.plusDays(1));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var open = answer.json().path("open");
        assertThat(open).hasSize(1);
        assertThat(open.path(0).path("unit").asLong()).isEqualTo(village);
        assertThat(open.path(0).path("ties").valueStream().map(OpenMattersTest::told))
                .containsExactlyInAnyOrder("assignments1 HEIR", "members3 HEIR");

        // whoever decides sees it, as of now, and changes nothing by looking; a list has not looked
        var change = "/v1/changes/" + answer.json().path("id").asLong();
        assertThat(seen(change).path("open")).isEqualTo(open);
        withOpenWork(village, 64013, 0);
        assertThat(seen(change).at("/open/0/ties").valueStream().map(OpenMattersTest::told))
                .containsExactlyInAnyOrder("assignments2 HEIR", "members3 HEIR");
        assertThat(seen("/v1/changes?state=PROPOSED").at("/items/0/open").isMissingNode())
                .isTrue();
    }

    @Test
    void withoutAnHeirWhatIsToDoIsClosed() {
        long village = divisions.unit("0101100203");
        withOpenWork(village, 64021, 0);

        var answer = changes.propose("0101", Changes.abolish(village), Changes.TODAY.plusDays(1));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().at("/open/0/ties").valueStream().map(OpenMattersTest::told))
                .containsExactly("assignments1 CLOSED");
    }

    @Test
    void openWorkFollowsTheUnitThatHasIt() {
        broker.send(
                passed(64031, 3, "SIGNED", 11113),
                passed(64031, 2, "ADDRESSED", 11112),
                passed(64032, 2, "MERGED", 11111),
                passed(64033, 2, "SIGNED", 11112),
                passed(64033, 3, "APPROVED", 11112));

        await().untilAsserted(() -> {
            assertThat(finished(64031)).containsExactly(false);
            assertThat(unitOf(64031)).isEqualTo(11113);
            assertThat(finished(64032)).containsExactly(true);
            assertThat(finished(64033)).containsExactly(true);
        });
    }
}
