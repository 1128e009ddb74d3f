package cn.dangjian.task;

import static cn.dangjian.task.Ladder.DUE;
import static cn.dangjian.task.Ladder.forwarding;
import static cn.dangjian.task.Ladder.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.EventSchemas;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an issuer takes back, gives more time for or opens again, down the whole chain. */
class RecallApiTest extends RunningTask {

    @Autowired
    private JdbcClient jdbc;

    private Ladder ladder;

    @BeforeEach
    void aLadder() {
        ladder = new Ladder(api, tokens, jdbc);
    }

    private Api.Answer recall(long dispatch, String door, long unit, Map<String, Object> body) {
        return ladder.post("/v1/dispatches/" + dispatch + "/" + door, unit, body);
    }

    private static Map<String, Object> why() {
        return Map.of("reason", "省委另有部署");
    }

    private Instant deadline(long dispatch) {
        return Instant.parse(ladder.json("/v1/dispatches/" + dispatch, ladder.province)
                .path("deadline")
                .asString());
    }

    @Test
    void aWithdrawalGoesDownTheWholeChainAndIsTold() {
        var dispatches = ladder.toTheVillages();
        long village = ladder.assignment(dispatches.get(3), ladder.village);
        long second = ladder.assignment(dispatches.get(3), ladder.secondVillage);
        ladder.sign(village, ladder.village);
        ladder.submit(village, ladder.village);
        ladder.step(village, "approval", ladder.township);

        assertThat(recall(dispatches.get(1), "withdrawal", ladder.province, why())
                        .problem())
                .isEqualTo("recall.not-yours");
        assertThat(recall(dispatches.get(1), "withdrawal", ladder.county, why()).status())
                .isEqualTo(404);
        assertThat(recall(dispatches.get(1), "withdrawal", ladder.city, Map.of("reason", " "))
                        .problem())
                .isEqualTo("body.invalid");
        var answer = recall(dispatches.get(1), "withdrawal", ladder.city, why());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("dispatches").asInt()).isEqualTo(3);
        // two counties, two townships, one village: what is approved stays
        assertThat(answer.json().path("assignments").asInt()).isEqualTo(5);
        assertThat(ladder.state(village)).isEqualTo("APPROVED");
        assertThat(ladder.state(second)).isEqualTo("WITHDRAWN");
        assertThat(ladder.state(ladder.assignment(dispatches.get(0), ladder.city)))
                .isEqualTo("BROKEN_DOWN");
        assertThat(ladder.sign(second, ladder.secondVillage).problem()).isEqualTo("assignment.withdrawn");
        assertThat(recall(dispatches.get(1), "withdrawal", ladder.city, why()).problem())
                .isEqualTo("recall.withdrawn");
        assertThat(ladder.json("/v1/dispatches/" + dispatches.get(3), ladder.village)
                        .path("withdrawn")
                        .asBoolean())
                .isTrue();
        assertThat(ladder.json("/v1/dispatches/" + dispatches.get(3) + "/recalls", ladder.village)
                        .path(0)
                        .path("reason")
                        .asString())
                .isEqualTo("省委另有部署");
        await().untilAsserted(() -> {
            var heard = broker.heardOf("task.assignment-changed.v1").stream()
                    .filter(event -> event.at("/data/assignment").asLong() == second)
                    .toList();
            assertThat(heard).hasSize(1);
            EventSchemas.validate("task.assignment-changed.v1", heard.getFirst().toString());
            assertThat(heard.getFirst().at("/data/reason").asString()).isEqualTo("省委另有部署");
            var changed = broker.heardOf("task.dispatch-changed.v1").stream()
                    .filter(event ->
                            dispatches.contains(event.at("/data/dispatch").asLong()))
                    .toList();
            assertThat(changed).hasSize(3);
            changed.forEach(event -> EventSchemas.validate("task.dispatch-changed.v1", event.toString()));
        });
    }

    @Test
    void whatWasWithdrawnStandsAgainWhereItStood() {
        var dispatches = ladder.toTheVillages();
        long village = ladder.assignment(dispatches.get(3), ladder.village);
        ladder.sign(village, ladder.village);
        ladder.submit(village, ladder.village);
        recall(dispatches.get(3), "withdrawal", ladder.township, why());
        recall(dispatches.get(0), "withdrawal", ladder.province, why());

        for (int tier : List.of(2, 3))
            assertThat(recall(dispatches.get(tier), "reopening", ladder.way().get(tier), why())
                            .problem())
                    .isEqualTo("recall.withdrawn-above");
        assertThat(recall(dispatches.get(0), "reopening", ladder.province, why())
                        .status())
                .isEqualTo(201);

        assertThat(ladder.state(ladder.assignment(dispatches.get(2), ladder.township)))
                .isEqualTo("BROKEN_DOWN");
        // this one was withdrawn by itself before
        assertThat(ladder.state(village)).isEqualTo("WITHDRAWN");
        assertThat(recall(dispatches.get(3), "reopening", ladder.township, why())
                        .status())
                .isEqualTo(201);
        assertThat(ladder.state(village)).isEqualTo("SUBMITTED");
        assertThat(ladder.step(village, "approval", ladder.township).status()).isEqualTo(200);
    }

    @Test
    void whatIsApprovedIsDoneAgain() {
        var dispatches = ladder.toTheVillages();
        long village = ladder.assignment(dispatches.get(3), ladder.village);
        assertThat(recall(dispatches.get(3), "reopening", ladder.township, why())
                        .problem())
                .isEqualTo("recall.nothing-to-open");
        ladder.sign(village, ladder.village);
        ladder.submit(village, ladder.village);
        ladder.step(village, "approval", ladder.township);

        assertThat(recall(dispatches.get(2), "reopening", ladder.county, why())
                        .json()
                        .path("assignments")
                        .asInt())
                .isEqualTo(1);

        assertThat(ladder.state(village)).isEqualTo("RETURNED");
        assertThat(ladder.submit(village, ladder.village).status()).isEqualTo(201);
        jdbc.sql("update dispatch set deadline = ? where id in (?, ?)")
                .params(LocalDateTime.now(ZoneOffset.UTC).minusDays(1), dispatches.get(2), dispatches.get(3))
                .update();
        ladder.step(village, "approval", ladder.township);
        assertThat(recall(dispatches.get(3), "reopening", ladder.township, why())
                        .problem())
                .isEqualTo("reopening.until-missing");
    }

    @Test
    void anExtensionMovesWhatStoodAtTheOldLimitAndLeavesEarlierDates() {
        long root = ladder.relay(ladder.province);
        long toCounties = ladder.signAndForward(root, ladder.city);
        long assignment = ladder.assignment(toCounties, ladder.county);
        ladder.sign(assignment, ladder.county);
        var own = DUE.minus(5, ChronoUnit.DAYS);
        var body = forwarding("提前", own);
        body.put("earlyReason", "本级还要汇总");
        long earlier = id(ladder.forward(assignment, ladder.county, body));
        var later = DUE.plus(10, ChronoUnit.DAYS);

        assertThat(recall(toCounties, "extension", ladder.city, Map.of("deadline", later.toString(), "reason", "雪"))
                        .problem())
                .isEqualTo("extension.beyond");
        assertThat(recall(root, "extension", ladder.province, Map.of("deadline", DUE.toString(), "reason", "雪"))
                        .problem())
                .isEqualTo("extension.not-later");
        var answer = recall(root, "extension", ladder.province, Map.of("deadline", later.toString(), "reason", "连日降雪"));

        assertThat(answer.json().path("dispatches").asInt()).isEqualTo(2);
        assertThat(deadline(root)).isEqualTo(later);
        assertThat(deadline(toCounties)).isEqualTo(later);
        assertThat(deadline(earlier)).isEqualTo(own);
        assertThat(recall(earlier, "extension", ladder.county, Map.of("deadline", later.toString(), "reason", "雪"))
                        .status())
                .isEqualTo(201);
    }

    /** One of them wins, and the other one is told why he did not. */
    @RepeatedTest(8)
    void aVillageHandsInWhileItIsWithdrawn() throws Exception {
        long root = ladder.relay(ladder.township);
        long village = ladder.assignment(root, ladder.village);
        ladder.sign(village, ladder.village);
        var together = new CyclicBarrier(2);
        Api.Answer submitted;
        Api.Answer withdrawn;
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> {
                together.await();
                return ladder.submit(village, ladder.village);
            });
            var second = threads.submit(() -> {
                together.await();
                return recall(root, "withdrawal", ladder.township, why());
            });
            submitted = first.get();
            withdrawn = second.get();
        }

        assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(201);
        if (submitted.status() != 201) assertThat(submitted.problem()).isEqualTo("assignment.withdrawn");
        assertThat(ladder.state(village)).isEqualTo("WITHDRAWN");
        assertThat(ladder.count("submission where assignment_id = " + village))
                .isEqualTo(submitted.status() == 201 ? 1 : 0);
    }

    /** Nothing that is forwarded at that moment stays behind. */
    @RepeatedTest(8)
    void aTownshipForwardsWhileTheProvinceWithdraws() throws Exception {
        long root = ladder.relay(ladder.province);
        long second = ladder.signAndForward(root, ladder.city);
        long assignment = ladder.assignment(second, ladder.county);
        ladder.sign(assignment, ladder.county);
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var forward = threads.submit(() -> {
                together.await();
                return ladder.forward(assignment, ladder.county, forwarding("转", DUE));
            });
            var withdraw = threads.submit(() -> {
                together.await();
                return recall(root, "withdrawal", ladder.province, why());
            });
            assertThat(forward.get().status()).isIn(201, 409);
            assertThat(withdraw.get().status()).isEqualTo(201);
        }

        assertThat(ladder.count("assignment a join dispatch d on d.id = a.dispatch_id where d.root_id = " + root
                        + " and a.state <> 'WITHDRAWN'"))
                .isZero();
        assertThat(ladder.count("dispatch where root_id = " + root + " and recalled_with is null"))
                .isZero();
    }

    @Test
    void otherCountiesSeeNothingOfIt() {
        var dispatches = ladder.toTheVillages();
        for (var door : List.of("withdrawal", "reopening"))
            assertThat(recall(dispatches.get(2), door, ladder.otherCounty, why())
                            .status())
                    .isEqualTo(404);
        assertThat(ladder.get("/v1/dispatches/" + dispatches.get(2) + "/recalls", ladder.otherCounty)
                        .status())
                .isEqualTo(404);
    }
}
