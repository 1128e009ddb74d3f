package cn.dangjian.task;

import static cn.dangjian.task.Tasks.submission;
import static cn.dangjian.task.Tasks.toVillages;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessApiTest extends RunningTask {

    @Test
    void showsAnotherCountyNothing() {
        long dispatch =
                tasks.dispatch(Province.COUNTY, toVillages()).json().path("id").asLong();
        long assignment = tasks.assignmentOf(Province.VILLAGE, dispatch);
        tasks.sign(assignment, Province.VILLAGE);
        tasks.submit(assignment, Province.VILLAGE);

        for (long stranger : List.of(
                Province.OTHER_VILLAGE, Province.OTHER_TOWNSHIP, Province.OTHER_COUNTY, Province.SIBLING_COUNTY)) {
            String token = tokens.at(stranger);
            var answers = List.of(
                    api.get("/v1/dispatches/" + dispatch).as(token).send(),
                    api.get("/v1/dispatches/" + dispatch + "/assignments")
                            .as(token)
                            .send(),
                    api.get("/v1/dispatches/" + dispatch + "/assignments?state=SUBMITTED")
                            .as(token)
                            .send(),
                    api.get("/v1/assignments/" + assignment).as(token).send(),
                    api.post("/v1/assignments/" + assignment + "/signature")
                            .as(token)
                            .send(),
                    api.post("/v1/assignments/" + assignment + "/submissions", submission())
                            .as(token)
                            .key()
                            .send(),
                    api.post("/v1/assignments/" + assignment + "/approval")
                            .as(token)
                            .send(),
                    api.post("/v1/assignments/" + assignment + "/return", Map.of("reason", "x"))
                            .as(token)
                            .send());
            assertThat(answers).extracting(Api.Answer::status).containsOnly(404);
            assertThat(tasks.dispatchesOf(stranger))
                    .extracting(line -> line.path("id").asLong())
                    .doesNotContain(dispatch);
            assertThat(tasks.reviewsOf(stranger)).isEmpty();
        }
    }

    @Test
    void tellsServicesAndNobodyElseOfAnyDispatch() {
        long dispatch =
                tasks.dispatch(Province.COUNTY, toVillages()).json().path("id").asLong();
        String path = "/internal/dispatches/" + dispatch;

        var told = api.get(path).as(tokens.service("statistics")).send();

        assertThat(told.status()).as(told.toString()).isEqualTo(200);
        assertThat(told.json().path("issuer").asLong()).isEqualTo(Province.COUNTY);
        assertThat(told.json().path("addressed").asInt()).isEqualTo(Province.VILLAGES.size());
        assertThat(told.json().path("hierarchy").asString()).isEqualTo("BLOCK");
        assertThat(api.get("/internal/dispatches/987654321")
                        .as(tokens.service("statistics"))
                        .send()
                        .problem())
                .isEqualTo("dispatch.unknown");
        assertThat(api.get(path).as(tokens.at(Province.COUNTY)).send().problem())
                .isEqualTo("caller.not-a-service");
    }

    @Test
    void letsNobodyInWithoutAGoodToken() {
        assertThat(api.get("/v1/dispatches").send().problem()).isEqualTo("token.missing");
        for (String token : List.of(
                tokens.expired(Province.COUNTY),
                tokens.forged(Province.COUNTY),
                tokens.forAnotherAudience(Province.COUNTY),
                "nonsense")) {
            var answer = api.get("/v1/dispatches").as(token).send();
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("token.invalid");
        }
        assertThat(api.get("/v1/dispatches").as(tokens.withoutPost()).send().status())
                .isEqualTo(403);
        assertThat(api.get("/v1/dispatches").as(tokens.service("push")).send().status())
                .isEqualTo(403);
        assertThat(api.get("/v1/dispatches").as(tokens.at(77)).send().problem()).isEqualTo("caller.unit-unknown");
    }

    @Test
    void speaksChineseAndEnglish() {
        var chinese = api.get("/v1/assignments/1")
                .as(tokens.at(Province.OTHER_VILLAGE))
                .send();
        var english = api.get("/v1/assignments/1")
                .as(tokens.at(Province.OTHER_VILLAGE))
                .inEnglish()
                .send();

        assertThat(chinese.json().path("title").asString()).isEqualTo("没有此任务");
        assertThat(english.json().path("title").asString()).isEqualTo("No such task");
        assertThat(english.json().path("traceId").asString()).hasSize(32);
    }
}
