package cn.dangjian.task;

import static cn.dangjian.task.Tasks.submission;
import static cn.dangjian.task.Tasks.toVillages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TaskApiTest extends RunningTask {

    @Test
    void dispatchesToAllVillagesOfACountyAndBack() {
        var answer = tasks.dispatch(Province.COUNTY, toVillages());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("addressed").asInt()).isEqualTo(Province.VILLAGES.size());
        long dispatch = answer.json().path("id").asLong();
        long assignment = tasks.assignmentOf(Province.VILLAGE, dispatch);

        assertThat(tasks.sign(assignment, Province.VILLAGE).json().path("state").asString())
                .isEqualTo("SIGNED");
        assertThat(tasks.submit(assignment, Province.VILLAGE).status()).isEqualTo(201);
        assertThat(tasks.reviewsOf(Province.TOWNSHIP))
                .anyMatch(line -> line.path("id").asLong() == assignment);
        assertThat(tasks.sendBack(assignment, Province.TOWNSHIP)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("RETURNED");
        assertThat(tasks.submit(assignment, Province.VILLAGE).status()).isEqualTo(201);
        assertThat(tasks.approve(assignment, Province.TOWNSHIP)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("APPROVED");

        var detail = api.get("/v1/assignments/" + assignment)
                .as(tokens.at(Province.VILLAGE))
                .send()
                .json();
        assertThat(detail.path("submissions")).hasSize(2);
        assertThat(detail.path("submissions").path(0).path("reason").asString()).isEqualTo("缺会议决定");
        assertThat(detail.path("version").asInt()).isEqualTo(6);
        await().untilAsserted(() -> {
            var heard = broker.heardOf("task.assignment-changed.v1");
            assertThat(heard)
                    .filteredOn(event -> event.path("data").path("assignment").asLong() == assignment)
                    .extracting(event -> event.path("data").path("state").asString())
                    .containsExactly("SIGNED", "SUBMITTED", "RETURNED", "SUBMITTED", "APPROVED");
            heard.forEach(event -> EventSchemas.validate("task.assignment-changed.v1", event.toString()));
        });
    }

    @Test
    void announcesADispatchAndEveryAddresseeOnce() {
        long dispatch = tasks.dispatch(Province.PROVINCE, toVillages())
                .json()
                .path("id")
                .asLong();

        await().untilAsserted(() -> {
            var dispatched = of(dispatch, broker.heardOf("task.dispatched.v1"));
            var addressed = of(dispatch, broker.heardOf("task.addressed.v1"));
            assertThat(dispatched).hasSize(1);
            dispatched.forEach(event -> EventSchemas.validate("task.dispatched.v1", event.toString()));
            addressed.forEach(event -> EventSchemas.validate("task.addressed.v1", event.toString()));
            assertThat(addressed.stream()
                            .flatMap(event ->
                                    event.path("data").path("assignments").valueStream()))
                    .extracting(entry -> entry.path("unit").asLong())
                    .containsExactlyInAnyOrder(11111L, 11112L, 11113L, 11121L, 11122L, 11211L, 11212L, 12111L);
        });
    }

    @Test
    void keepsTheOrderOfSigningSubmittingAndReviewing() {
        long dispatch =
                tasks.dispatch(Province.COUNTY, toVillages()).json().path("id").asLong();
        long assignment = tasks.assignmentOf(Province.SECOND_VILLAGE, dispatch);

        assertThat(tasks.submit(assignment, Province.SECOND_VILLAGE).problem()).isEqualTo("assignment.not-signed");
        assertThat(tasks.approve(assignment, Province.TOWNSHIP).problem()).isEqualTo("assignment.not-submitted");
        tasks.sign(assignment, Province.SECOND_VILLAGE);
        assertThat(tasks.sign(assignment, Province.SECOND_VILLAGE).status()).isEqualTo(200);
        assertThat(tasks.withoutMaterial(assignment).problem()).isEqualTo("material.required");
        tasks.submit(assignment, Province.SECOND_VILLAGE);
        assertThat(tasks.submit(assignment, Province.SECOND_VILLAGE).problem()).isEqualTo("assignment.under-review");
        assertThat(tasks.approve(assignment, Province.COUNTY).problem()).isEqualTo("assignment.not-your-review");
        assertThat(tasks.approve(assignment, Province.TOWNSHIP).status()).isEqualTo(200);
        assertThat(tasks.approve(assignment, Province.TOWNSHIP).problem()).isEqualTo("assignment.already-approved");
        assertThat(tasks.submit(assignment, Province.SECOND_VILLAGE).problem())
                .isEqualTo("assignment.already-approved");
    }

    @Test
    void refusesAStaleIfMatch() {
        long dispatch =
                tasks.dispatch(Province.COUNTY, toVillages()).json().path("id").asLong();
        long assignment = tasks.assignmentOf(Province.VILLAGE, dispatch);
        var seen = api.get("/v1/assignments/" + assignment)
                .as(tokens.at(Province.VILLAGE))
                .send();
        tasks.sign(assignment, Province.VILLAGE);

        var stale = api.post("/v1/assignments/" + assignment + "/submissions", submission())
                .as(tokens.at(Province.VILLAGE))
                .key()
                .ifMatch(String.valueOf(seen.header("ETag")))
                .send();

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("version.stale");
    }

    @Test
    void pagesThroughAListAndRefusesABadCursor() {
        for (int i = 0; i < 3; i++) tasks.dispatch(Province.SIBLING_COUNTY, toVillages());

        var first = tasks.list(Province.SIBLING_COUNTY, "?limit=2");
        var second = tasks.list(
                Province.SIBLING_COUNTY, "?limit=2&cursor=" + first.path("next").asString());
        var bad = api.get("/v1/dispatches?cursor=abc")
                .as(tokens.at(Province.COUNTY))
                .send();
        var tooMany = api.get("/v1/dispatches?limit=201")
                .as(tokens.at(Province.COUNTY))
                .send();

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).isNotEmpty();
        assertThat(bad.problem()).isEqualTo("cursor.invalid");
        assertThat(tooMany.problem()).isEqualTo("body.invalid");
    }

    @Test
    void listsWhatAUnitHasInAnyOfSomeStates() {
        long signed =
                tasks.dispatch(Province.COUNTY, toVillages()).json().path("id").asLong();
        long open =
                tasks.dispatch(Province.COUNTY, toVillages()).json().path("id").asLong();
        long handedIn =
                tasks.dispatch(Province.COUNTY, toVillages()).json().path("id").asLong();
        tasks.sign(tasks.assignmentOf(Province.VILLAGE, signed), Province.VILLAGE);
        long assignment = tasks.assignmentOf(Province.VILLAGE, handedIn);
        tasks.sign(assignment, Province.VILLAGE);
        tasks.submit(assignment, Province.VILLAGE);

        assertThat(own("state=ADDRESSED&state=SIGNED")).contains(signed, open).doesNotContain(handedIn);
        assertThat(own("state=SUBMITTED")).contains(handedIn).doesNotContain(signed, open);
        assertThat(own("")).contains(signed, open, handedIn);
        assertThat(api.get("/v1/assignments?state=GONE")
                        .as(tokens.at(Province.VILLAGE))
                        .send()
                        .status())
                .isEqualTo(400);
    }

    private List<Long> own(String query) {
        var answer = api.get("/v1/assignments?limit=200&" + query)
                .as(tokens.at(Province.VILLAGE))
                .send();
        return answer.json()
                .path("items")
                .valueStream()
                .map(line -> line.path("dispatch").asLong())
                .toList();
    }

    private List<JsonNode> of(long dispatch, List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.path("data").path("dispatch").asLong() == dispatch)
                .toList();
    }
}
