package cn.dangjian.organization.tree.openwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
                .map(tie -> tie.path("what").asString() + tie.path("count").asLong())
                .toList();
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
        jdbc.sql("insert into open_work (assignment, unit_id, finished) values (64001, :unit, false), (64002,"
                        + " :unit, true)")
                .param("unit", village)
                .update();
        jdbc.sql("insert into member_count (unit_id, full_members, probationary, retired, version) values"
                        + " (:unit, 2, 1, 0, 1)")
                .param("unit", village)
                .update();

        assertThat(open(Changes.abolish(village))).containsExactlyInAnyOrder("assignments1", "members3");
        // members go to the unit that takes the other one over
        assertThat(open(Changes.merge(List.of(village), divisions.unit("0101100202"))))
                .containsExactly("assignments1");

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

        assertThat(open(Changes.abolish(village))).contains("members4");

        jdbc.sql("delete from member_count where unit_id = :unit")
                .param("unit", village)
                .update();
    }
}
