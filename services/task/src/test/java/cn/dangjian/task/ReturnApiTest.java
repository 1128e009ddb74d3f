package cn.dangjian.task;

import static cn.dangjian.task.Tasks.toVillages;
import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static cn.dangjian.testkit.Province.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.EventSchemas;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Until when something is to be handed in again that was returned. */
class ReturnApiTest extends RunningTask {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant SOON = NOW.plus(3, ChronoUnit.DAYS);

    @Autowired
    JdbcTemplate database;

    private long dispatch;
    private long assignment;

    @BeforeEach
    void somethingHandedIn() {
        dispatch = tasks.dispatch(COUNTY, toVillages()).json().path("id").asLong();
        assignment = tasks.assignmentOf(VILLAGE, dispatch);
        tasks.sign(assignment, VILLAGE);
        tasks.submit(assignment, VILLAGE);
    }

    private void deadline(Instant at) {
        database.update("update dispatch set deadline = ? where id = ?", java.sql.Timestamp.from(at), dispatch);
    }

    private Api.Answer sendBack(Map<String, Object> said) {
        return api.post("/v1/assignments/" + assignment + "/return", said)
                .as(tokens.at(TOWNSHIP))
                .send();
    }

    @Test
    void afterTheDeadlineANewDateIsNamed() {
        deadline(NOW.minus(1, ChronoUnit.DAYS));

        assertThat(sendBack(Map.of("reason", "缺会议决定")).problem()).isEqualTo("return.until-missing");
        assertThat(sendBack(Map.of(
                                "reason", "缺会议决定", "until", NOW.minusSeconds(60).toString()))
                        .problem())
                .isEqualTo("return.until-early");
        var returned = sendBack(Map.of("reason", "缺会议决定", "until", SOON.toString()));

        assertThat(returned.status()).as(returned.toString()).isEqualTo(200);
        assertThat(Instant.parse(returned.json().path("dueAt").asString())).isEqualTo(SOON);
        var line = api.get("/v1/dispatches/" + dispatch + "/assignments?state=RETURNED")
                .as(tokens.at(COUNTY))
                .send()
                .json()
                .path("items")
                .path(0);
        assertThat(Instant.parse(line.path("dueAt").asString())).isEqualTo(SOON);
        await().untilAsserted(() -> {
            var heard = broker.heardOf("task.assignment-changed.v1").stream()
                    .filter(event -> event.path("data").path("assignment").asLong() == assignment)
                    .toList();
            assertThat(heard).hasSize(3);
            heard.forEach(event -> EventSchemas.validate("task.assignment-changed.v1", event.toString()));
            var said = heard.getLast().path("data");
            assertThat(said.path("reason").asString()).isEqualTo("缺会议决定");
            assertThat(Instant.parse(said.path("dueAt").asString())).isEqualTo(SOON);
            assertThat(heard.getFirst().path("data").has("dueAt")).isFalse();
        });
    }

    @Test
    void beforeTheDeadlineItHoldsUnlessALaterDateIsNamed() {
        deadline(SOON);

        assertThat(sendBack(Map.of(
                                "reason", "缺会议决定", "until", SOON.minusSeconds(1).toString()))
                        .problem())
                .isEqualTo("return.until-early");
        assertThat(sendBack(Map.of("reason", "缺会议决定")).json().path("dueAt").isNull())
                .isTrue();
    }

    @Test
    void aDateThatNoTableKeepsIsRefused() {
        for (Object far : List.of("+10000-01-01T00:00:00Z", "9999-12-31T23:59:59-08:00", 1_790_000_000))
            assertThat(sendBack(Map.of("reason", "缺会议决定", "until", far)).problem())
                    .isEqualTo("body.wrong-type");
    }

    @Test
    void theUnitsOwnDateHoldsTheNextTime() {
        deadline(NOW.minus(1, ChronoUnit.DAYS));
        sendBack(Map.of("reason", "缺会议决定", "until", SOON.toString()));
        tasks.submit(assignment, VILLAGE);

        assertThat(sendBack(Map.of(
                                "reason",
                                "仍缺会议决定",
                                "until",
                                SOON.minusSeconds(1).toString()))
                        .problem())
                .isEqualTo("return.until-early");
        var returned = sendBack(Map.of("reason", "仍缺会议决定"));

        assertThat(Instant.parse(returned.json().path("dueAt").asString())).isEqualTo(SOON);
        tasks.submit(assignment, VILLAGE);
        assertThat(tasks.approve(assignment, TOWNSHIP).status()).isEqualTo(200);
    }
}
