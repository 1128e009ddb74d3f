package cn.dangjian.assessment.appraise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Said;
import cn.dangjian.assessment.Scored;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What units say of their year, what the owner says to it, and what is to be put right; a year later it comes up again. */
class ReportTest extends RunningAssessment {

    private static final String ITEM_STATE = "/items/0/state";

    private Debriefing debriefing() {
        return new Debriefing(api, tokens, jdbc, scored, 2);
    }

    private static Map<String, Object> report(List<Map<String, Object>> kept, String... promises) {
        return Map.of("words", "全年抓班子、带队伍", "problems", "两个村后备干部不足", "kept", kept, "promises", List.of(promises));
    }

    private static Api.Answer write(Debriefing debriefing, long township, Map<String, Object> report) {
        return debriefing.put(path(debriefing, township) + "/report", report, township, township);
    }

    private static String path(Debriefing debriefing, long township) {
        return "/v1/appraised-units/" + debriefing.object(township);
    }

    @Test
    void areWrittenByTheObjectItselfWhileReportsAreOpen() {
        var debriefing = debriefing();
        long township = debriefing.townships.getFirst();
        debriefing.reporting(debriefing.plan());
        String path = path(debriefing, township);
        assertThat(debriefing
                        .put(path + "/report", report(List.of()), debriefing.county, debriefing.county)
                        .problem())
                .isEqualTo("report.not-self");
        assertThat(debriefing
                        .put(
                                path + "/report",
                                report(List.of()),
                                debriefing.townships.getLast(),
                                debriefing.townships.getLast())
                        .problem())
                .isEqualTo("appraised.unknown");

        var written = write(debriefing, township, report(List.of(), "建成三个后备干部库"));

        assertThat(written.status()).as(written.toString()).isEqualTo(200);
        assertThat(written.json().path("version").asInt()).isEqualTo(1);
        assertThat(write(debriefing, township, report(List.of(Map.of("promise", 1, "words", "虚"))))
                        .problem())
                .isEqualTo("report.promise-other");
        assertThat(debriefing
                        .post(path + "/comments", Map.of("words", "问题找得准"), debriefing.county, debriefing.county)
                        .status())
                .isEqualTo(201);
        assertThat(debriefing
                        .post(path + "/comments", Map.of("words", "自评"), township, township)
                        .problem())
                .isEqualTo("report.not-owner");
        debriefing.take("voting");
        assertThat(write(debriefing, township, report(List.of())).problem()).isEqualTo("report.not-open");
        // whoever gives a sheet reads the report
        var read = debriefing.read(path + "/report", debriefing.townships.getLast());
        assertThat(read.path("words").asString()).isEqualTo("全年抓班子、带队伍");
        assertThat(read.at("/comments/0/words").asString()).isEqualTo("问题找得准");
        assertThat(debriefing.get(path + "/report", Province.OTHER_COUNTY, 1).problem())
                .isEqualTo("appraised.unknown");
    }

    @Test
    void areNotTakenAfterTheirLastDay() {
        var debriefing = debriefing();
        debriefing.reporting(debriefing.plan());
        jdbc.sql("update appraisal set reports_until = :day where id = :id")
                .param("day", Scored.TODAY.minusDays(1))
                .param("id", debriefing.campaign)
                .update();

        assertThat(write(debriefing, debriefing.townships.getFirst(), report(List.of()))
                        .problem())
                .isEqualTo("report.too-late");
    }

    /** A list of one township, published: the answer of the door. */
    private static Api.Answer listed(Debriefing debriefing, long township) {
        String path = path(debriefing, township);
        var comment = debriefing
                .post(path + "/comments", Map.of("words", "班子配备拖得太久"), debriefing.county, debriefing.county)
                .json()
                .at("/comments/0/id")
                .asLong();
        var added = debriefing.post(
                path + "/rectifications",
                Map.of(
                        "comment",
                        comment,
                        "problem",
                        "两个村班子配备不齐",
                        "measure",
                        "春节前补齐",
                        "due",
                        Scored.TODAY.plusDays(30).toString()),
                debriefing.county,
                debriefing.county);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        return debriefing.post(path + "/rectification-list", Map.of(), debriefing.county, debriefing.county);
    }

    @Test
    void leadToAListWhoseItemsBecomeTasks() {
        var debriefing = debriefing();
        long township = debriefing.townships.getFirst();
        debriefing.reporting(debriefing.plan());
        String path = path(debriefing, township);
        var item = Map.of("problem", "虚", "measure", "虚", "due", Scored.TODAY.toString());
        assertThat(debriefing
                        .post(path + "/rectifications", item, debriefing.county, debriefing.county)
                        .problem())
                .isEqualTo("rectification.due-past");
        assertThat(debriefing
                        .post(path + "/rectifications", item, township, township)
                        .problem())
                .isEqualTo("rectification.not-owner");
        var photos = Map.of(
                "problem",
                "要求村干部每日拍照打卡",
                "measure",
                "每周报送现场照片",
                "due",
                Scored.TODAY.plusDays(30).toString());
        assertThat(debriefing
                        .post(path + "/rectifications", photos, debriefing.county, debriefing.county)
                        .problem())
                .isEqualTo("trace.demanded");
        assertThat(debriefing
                        .post(path + "/rectification-list", Map.of(), debriefing.county, debriefing.county)
                        .problem())
                .isEqualTo("rectification.nothing-open");

        var published = listed(debriefing, township);

        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        long id = published.json().at("/items/0/id").asLong();
        assertThat(debriefing
                        .post("/v1/rectifications/" + id + "/withdrawal", Map.of(), debriefing.county, 1)
                        .problem())
                .isEqualTo("rectification.listed-already");
        await().atMost(Scored.PATIENCE).untilAsserted(() -> {
            var told = broker.heardOf("assessment.rectification-listed.v1").stream()
                    .filter(event -> event.at("/data/unit").asLong() == township)
                    .toList();
            assertThat(told).hasSize(1);
            EventSchemas.validate(
                    "assessment.rectification-listed.v1", told.getFirst().toString());
            assertThat(told.getFirst().at("/data/items/0/item").asLong()).isEqualTo(id);
            assertThat(told.getFirst().at("/data/owner").asLong()).isEqualTo(debriefing.county);
        });
        tellsAgainWhatIsNoTaskYet(township, id);
        assertThat(debriefing
                        .read(path + "/rectifications", township)
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(debriefing
                        .get(path + "/rectifications", debriefing.townships.getLast(), 1)
                        .problem())
                .isEqualTo("appraised.unknown");
    }

    /** As when the broker's data was lost before task has heard it. */
    private void tellsAgainWhatIsNoTaskYet(long township, long item) {
        assertThat(told(township)).hasSize(1);
        retold();
        await().atMost(Scored.PATIENCE)
                .untilAsserted(() -> assertThat(told(township)).hasSize(2));
        var told = told(township);
        EventSchemas.validate(
                "assessment.rectification-listed.v1", told.getLast().toString());
        assertThat(told.getLast().path("data")).isEqualTo(told.getFirst().path("data"));

        jdbc.sql("update rectification set dispatch = 17 where id = :item")
                .param("item", item)
                .update();
        retold();
        await().atMost(Scored.PATIENCE)
                .until(() -> jdbc.sql("select count(*) from retelling")
                                .query(Integer.class)
                                .single()
                        == 0);
        assertThat(told(township)).hasSize(2);
    }

    private void retold() {
        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);
    }

    private List<JsonNode> told(long township) {
        return broker.heardOf("assessment.rectification-listed.v1").stream()
                .filter(event -> event.at("/data/unit").asLong() == township)
                .toList();
    }

    @Test
    void listsNothingForAUnitThatHasEnded() {
        var debriefing = debriefing();
        long township = debriefing.townships.getFirst();
        debriefing.voting(debriefing.plan());
        String path = path(debriefing, township);
        var item = Map.of(
                "problem", "虚", "measure", "虚", "due", Scored.TODAY.plusDays(3).toString());
        debriefing.post(path + "/rectifications", item, debriefing.county, debriefing.county);
        jdbc.sql("update unit set valid_to = :day where id = :unit")
                .param("day", Scored.TODAY)
                .param("unit", township)
                .update();

        assertThat(debriefing
                        .post(path + "/rectification-list", Map.of(), debriefing.county, debriefing.county)
                        .problem())
                .isEqualTo("rectification.unit-ended");
    }

    @Test
    void publishesAListOnceWhenTwoPersonsDoAtOnce() {
        var debriefing = debriefing();
        long township = debriefing.townships.getFirst();
        debriefing.reporting(debriefing.plan());
        String path = path(debriefing, township);
        var item = Map.of(
                "problem", "虚", "measure", "虚", "due", Scored.TODAY.plusDays(3).toString());
        debriefing.post(path + "/rectifications", item, debriefing.county, debriefing.county);

        var answers = Stream.of(1L, 2L)
                .map(each -> CompletableFuture.supplyAsync(() -> debriefing
                        .post(path + "/rectification-list", Map.of(), debriefing.county, each)
                        .status()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void bringUpLastYearsPromisesAndItsListByThemselves() {
        var debriefing = debriefing();
        long township = debriefing.townships.getFirst();
        var last = debriefing.plan();
        last.put("year", Scored.YEAR - 1);
        debriefing.reporting(last);
        write(debriefing, township, report(List.of(), "建成三个后备干部库", "修缮活动室"));
        long item = listed(debriefing, township).json().at("/items/0/id").asLong();
        long dispatch = Scored.next();
        long assignment = Scored.next();
        String dispatched = Said.event("task.rectification-dispatched.v1", "rectification:" + item, 1, """
            {"item":%d,"dispatch":%d,"number":"98111-2026-0012","assignment":%d}\
            """.formatted(
                        item, dispatch, assignment));
        // whichever is heard first
        broker.send(Said.changed(dispatch, assignment, township, "APPROVED", 4, Instant.now()), dispatched, dispatched);
        String before = path(debriefing, township) + "/rectifications";
        await().atMost(Scored.PATIENCE).until(() -> debriefing
                .read(before, township)
                .at(ITEM_STATE)
                .asString("")
                .equals("APPROVED"));

        debriefing.reporting(debriefing.plan());

        var report = debriefing.read(path(debriefing, township) + "/report", township);
        var promises = report.at("/lastYear/promises");
        assertThat(promises.valueStream().map(one -> one.path("words").asString()))
                .containsExactly("建成三个后备干部库", "修缮活动室");
        assertThat(report.at("/lastYear/rectifications/0/state").asString()).isEqualTo("APPROVED");
        assertThat(report.at("/lastYear/rectifications/0/link").asString())
                .isEqualTo("/task/v1/assignments/" + assignment);
        var first = Map.<String, Object>of("promise", promises.at("/0/id").asLong(), "words", "已建成");
        var left = write(debriefing, township, report(List.of(first)));
        assertThat(left.problem()).isEqualTo("report.promise-left");
        assertThat(left.json().path("detail").asString()).contains("修缮活动室");
        var second = Map.<String, Object>of("promise", promises.at("/1/id").asLong(), "words", "资金未到位，明年续办");
        var written = write(debriefing, township, report(List.of(first, second)));
        assertThat(written.json().at("/lastYear/promises/1/became").asString())
                .as(written.toString())
                .isEqualTo("资金未到位，明年续办");
    }

    @Test
    void hearsTheExampleOfTask() {
        String example = EventExamples.load("task.rectification-dispatched.v1");
        EventSchemas.validate("task.rectification-dispatched.v1", example);
        for (String type : List.of("assessment.rectification-listed.v1", "assessment.appraisal-graded.v1"))
            EventSchemas.validate(type, EventExamples.load(type));
    }
}
