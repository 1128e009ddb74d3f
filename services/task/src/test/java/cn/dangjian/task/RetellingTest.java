package cn.dangjian.task;

import static cn.dangjian.task.Tasks.toVillages;
import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.SECOND_VILLAGE;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static cn.dangjian.testkit.Province.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.EventSchemas;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** After a broker was set up anew, all that others keep of tasks is told again, and whoever knows it skips it. */
class RetellingTest extends RunningTask {

    private static final String CHANGED = "task.assignment-changed.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    JdbcClient jdbc;

    private List<JsonNode> heard(String type, String field, long id) {
        return broker.heardOf(type).stream()
                .filter(event -> event.path("data").path(field).asLong() == id)
                .toList();
    }

    private static Instant at(JsonNode event) {
        return Instant.parse(event.at("/data/at").asString()).truncatedTo(ChronoUnit.MILLIS);
    }

    private void retold() {
        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select count(*) from retelling")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    @Test
    void tellsWhatWasDispatchedAndHowItStands() {
        long dispatch = tasks.dispatch(COUNTY, toVillages()).json().path("id").asLong();
        long assignment = tasks.assignmentOf(VILLAGE, dispatch);
        tasks.sign(assignment, VILLAGE);
        tasks.submit(assignment, VILLAGE);
        tasks.sendBack(assignment, TOWNSHIP);
        tasks.submit(assignment, VILLAGE);
        assertThat(tasks.approve(assignment, TOWNSHIP).status()).isEqualTo(200);
        long untouched = tasks.assignmentOf(SECOND_VILLAGE, dispatch);
        await().atMost(PATIENCE)
                .until(() -> heard(CHANGED, "assignment", assignment).size() == 5);
        var before = heard(CHANGED, "assignment", assignment);
        assertThat(api.post("/v1/retellings").as(tokens.at(COUNTY)).send().status())
                .isEqualTo(403);

        retold();

        await().atMost(PATIENCE)
                .until(() -> heard(CHANGED, "assignment", assignment).size() == 8);
        var all = heard(CHANGED, "assignment", assignment);
        all.forEach(event -> EventSchemas.validate(CHANGED, event.toString()));
        var again = all.subList(5, 8);
        assertThat(again.stream().map(event -> event.at("/data/state").asString()))
                .containsExactly("SUBMITTED", "RETURNED", "APPROVED");
        assertThat(again.stream().map(event -> event.path("version").asLong()))
                .as("versions grow, and none is newer than what was told")
                .isSorted()
                .doesNotHaveDuplicates()
                .endsWith(before.getLast().path("version").asLong());
        assertThat(at(again.getFirst())).as("first handed in").isEqualTo(at(before.get(1)));
        assertThat(at(again.get(1))).as("returned").isEqualTo(at(before.get(2)));
        assertThat(again.stream().map(event -> event.at("/data/returned").asBoolean(false)))
                .as("told as a return, once as it happened and again")
                .containsExactly(false, true, false);
        assertThat(before.stream().map(event -> event.at("/data/returned").asBoolean(false)))
                .containsExactly(false, false, true, false, false);
        assertThat(again.get(1).at("/data").has("reason"))
                .as("nobody is told a second time why")
                .isFalse();
        for (String field : List.of("assignment", "dispatch", "unit", "state", "by"))
            assertThat(again.getLast().path("data").path(field))
                    .isEqualTo(before.getLast().path("data").path(field));
        assertThat(heard(CHANGED, "assignment", untouched)).isEmpty();

        for (String type : List.of("task.dispatched.v1", "task.addressed.v1")) {
            await().atMost(PATIENCE)
                    .until(() -> heard(type, "dispatch", dispatch).size() >= 2);
            var told = heard(type, "dispatch", dispatch);
            EventSchemas.validate(type, told.getLast().toString());
            assertThat(told.getLast().path("key")).isEqualTo(told.getFirst().path("key"));
            assertThat(told.getLast().path("version")).isEqualTo(told.getFirst().path("version"));
            var data = told.getLast().path("data");
            assertThat(Instant.parse(data.path("issuedAt").asString()))
                    .as("when it was dispatched")
                    .isCloseTo(
                            Instant.parse(told.getFirst().path("occurredAt").asString()),
                            within(1, ChronoUnit.SECONDS));
            for (var field : told.getFirst().path("data").propertyNames())
                if (!field.equals("deadline"))
                    assertThat(data.path(field))
                            .as(field)
                            .isEqualTo(told.getFirst().path("data").path(field));
        }
    }

    /** A process that dies leaves the rest to the next one: what is under way stands in the database. */
    @Test
    void goesOnBehindWhatWasTold() {
        long first = tasks.dispatch(COUNTY, toVillages()).json().path("id").asLong();
        long second = tasks.dispatch(COUNTY, toVillages()).json().path("id").asLong();
        await().atMost(PATIENCE)
                .until(() -> heard("task.dispatched.v1", "dispatch", second).size() == 1);

        jdbc.sql("insert into retelling (what, upto) values ('DISPATCHES', :first)")
                .param("first", first)
                .update();

        await().atMost(PATIENCE)
                .until(() -> heard("task.dispatched.v1", "dispatch", second).size() == 2);
        assertThat(heard("task.dispatched.v1", "dispatch", first)).hasSize(1);
    }
}
