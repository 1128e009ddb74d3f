package cn.dangjian.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class TaskApiTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    Province province;

    @BeforeEach
    void aProvince() {
        province.settle();
    }

    @Test
    void dispatchesToAllVillagesOfACountyAndBack() {
        var answer = dispatch(Province.COUNTY, toVillages());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("addressed").asInt()).isEqualTo(Province.VILLAGES.size());
        long dispatch = answer.json().path("id").asLong();
        long assignment = assignmentOf(Province.VILLAGE, dispatch);

        assertThat(sign(assignment, Province.VILLAGE).json().path("state").asString())
                .isEqualTo("SIGNED");
        assertThat(submit(assignment, Province.VILLAGE).status()).isEqualTo(201);
        assertThat(reviewsOf(Province.TOWNSHIP))
                .anyMatch(line -> line.path("id").asLong() == assignment);
        assertThat(sendBack(assignment, Province.TOWNSHIP).json().path("state").asString())
                .isEqualTo("RETURNED");
        assertThat(submit(assignment, Province.VILLAGE).status()).isEqualTo(201);
        assertThat(approve(assignment, Province.TOWNSHIP).json().path("state").asString())
                .isEqualTo("APPROVED");

        var detail = api.get("/v1/assignments/" + assignment)
                .as(tokens.at(Province.VILLAGE))
                .send()
                .json();
        assertThat(detail.path("submissions")).hasSize(2);
        assertThat(detail.path("submissions").path(0).path("reason").asString()).isEqualTo("缺照片");
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
        long dispatch =
                dispatch(Province.PROVINCE, toVillages()).json().path("id").asLong();

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"tier":"TOWNSHIP"}                       | 2
        {"tier":"VILLAGE","domain":"URBAN"}       | 2
        {"tier":"VILLAGE","under":1112}           | 2
        {"units":[11111,11121]}                   | 2
        {"units":[11111,11111]}                   | 1
        {"tier":"VILLAGE","units":[1111,11121]}   | 1
        """)
    void addressesWhatTheTargetNames(String target, int addressed) {
        var answer = dispatch(Province.COUNTY, target);

        assertThat(answer.json().path("addressed").asInt())
                .as(answer.toString())
                .isEqualTo(addressed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"units":[12111]}                     | target.outside-scope
        {"units":[111]}                       | target.outside-scope
        {"units":[99]}                        | target.outside-scope
        {"tier":"VILLAGE","under":12}         | target.outside-scope
        {"tier":"CITY"}                       | target.empty
        {"tier":"BRANCH"}                     | target.empty
        {}                                    | target.none-chosen
        {"domain":"RURAL"}                    | target.none-chosen
        """)
    void refusesATargetThatIsNotBelow(String target, String code) {
        int before = dispatchesOf(Province.COUNTY).size();

        var answer = dispatch(Province.COUNTY, target);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo(code);
        assertThat(dispatchesOf(Province.COUNTY)).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `{"title":`                                                                    | 400 | body.malformed
        `[]`                                                                           | 400 | body.wrong-type
        `{"title":"t","text":"x","goal":"g","deadline":"soon","target":{}}`            | 400 | body.wrong-type
        `{"title":7,"text":"x","goal":"g","deadline":"2099-01-01T00:00:00Z","target":{"tier":"VILLAGE"}}` | 400 | body.wrong-type
        `{"title":"t","text":"x","goal":"g","deadline":"2099-01-01T00:00:00Z","target":{"tier":"MOON"}}`  | 400 | body.wrong-type
        `{"title":"t","text":"x","goal":"g","deadline":"2099-01-01T00:00:00Z","target":{"tier":"VILLAGE"},"x":1}` | 400 | body.unknown-field
        `{"title":" ","text":"x","goal":"g","deadline":"2099-01-01T00:00:00Z","target":{"tier":"VILLAGE"}}` | 400 | body.invalid
        `{"title":"t","text":"x","goal":"g","target":{"tier":"VILLAGE"}}`              | 400 | body.invalid
        `{"title":"t","text":"x","goal":"g","deadline":"2020-01-01T00:00:00Z","target":{"tier":"VILLAGE"}}` | 422 | deadline.past
        """)
    void refusesABadDispatchAndStoresNothing(String body, int status, String code) {
        int before = dispatchesOf(Province.COUNTY).size();

        var answer = api.post("/v1/dispatches", body)
                .as(tokens.at(Province.COUNTY))
                .key()
                .send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(code);
        assertThat(answer.json().path("title").asString()).isNotBlank();
        assertThat(dispatchesOf(Province.COUNTY)).hasSize(before);
    }

    @Test
    void refusesTextThatIsTooLongAndBodiesThatAreTooLarge() {
        var long_ = body("x".repeat(201), toVillages());
        var huge = body("t", toVillages()).replace("\"text\":\"", "\"text\":\"" + "x".repeat(2_000_000));

        assertThat(post(long_).problem()).isEqualTo("body.invalid");
        assertThat(post(huge).status()).isEqualTo(413);
    }

    @Test
    void answersARepeatedDispatchWithTheSameBytes() {
        String key = UUID.randomUUID().toString();
        String body = body("一次", toVillages());

        var first = api.post("/v1/dispatches", body)
                .as(tokens.at(Province.COUNTY))
                .key(key)
                .send();
        var again = api.post("/v1/dispatches", body)
                .as(tokens.at(Province.COUNTY))
                .key(key)
                .send();
        var other = api.post("/v1/dispatches", body("另一", toVillages()))
                .as(tokens.at(Province.COUNTY))
                .key(key)
                .send();
        var someoneElse = api.post("/v1/dispatches", body)
                .as(tokens.at(Province.SIBLING_COUNTY))
                .key(key)
                .send();

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency.other-payload");
        assertThat(someoneElse.json().path("id").asLong())
                .isNotEqualTo(first.json().path("id").asLong());
    }

    @Test
    void asksForAnIdempotencyKey() {
        var without = api.post("/v1/dispatches", body("t", toVillages()))
                .as(tokens.at(Province.COUNTY))
                .send();
        var short_ = api.post("/v1/dispatches", body("t", toVillages()))
                .as(tokens.at(Province.COUNTY))
                .key("x")
                .send();

        assertThat(without.problem()).isEqualTo("idempotency.missing");
        assertThat(short_.problem()).isEqualTo("idempotency.malformed");
    }

    @Test
    void keepsTheOrderOfSigningSubmittingAndReviewing() {
        long dispatch =
                dispatch(Province.COUNTY, toVillages()).json().path("id").asLong();
        long assignment = assignmentOf(Province.SECOND_VILLAGE, dispatch);

        assertThat(submit(assignment, Province.SECOND_VILLAGE).problem()).isEqualTo("assignment.not-signed");
        assertThat(approve(assignment, Province.TOWNSHIP).problem()).isEqualTo("assignment.not-submitted");
        sign(assignment, Province.SECOND_VILLAGE);
        assertThat(sign(assignment, Province.SECOND_VILLAGE).status()).isEqualTo(200);
        assertThat(withoutMaterial(assignment).problem()).isEqualTo("material.required");
        submit(assignment, Province.SECOND_VILLAGE);
        assertThat(submit(assignment, Province.SECOND_VILLAGE).problem()).isEqualTo("assignment.under-review");
        assertThat(approve(assignment, Province.COUNTY).problem()).isEqualTo("assignment.not-your-review");
        assertThat(approve(assignment, Province.TOWNSHIP).status()).isEqualTo(200);
        assertThat(approve(assignment, Province.TOWNSHIP).problem()).isEqualTo("assignment.already-approved");
        assertThat(submit(assignment, Province.SECOND_VILLAGE).problem()).isEqualTo("assignment.already-approved");
    }

    @Test
    void refusesAStaleIfMatch() {
        long dispatch =
                dispatch(Province.COUNTY, toVillages()).json().path("id").asLong();
        long assignment = assignmentOf(Province.VILLAGE, dispatch);
        var seen = api.get("/v1/assignments/" + assignment)
                .as(tokens.at(Province.VILLAGE))
                .send();
        sign(assignment, Province.VILLAGE);

        var stale = api.post("/v1/assignments/" + assignment + "/submissions", submission())
                .as(tokens.at(Province.VILLAGE))
                .key()
                .ifMatch(String.valueOf(seen.header("ETag")))
                .send();

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("version.stale");
    }

    @Test
    void showsAnotherCountyNothing() {
        long dispatch =
                dispatch(Province.COUNTY, toVillages()).json().path("id").asLong();
        long assignment = assignmentOf(Province.VILLAGE, dispatch);
        sign(assignment, Province.VILLAGE);
        submit(assignment, Province.VILLAGE);

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
            assertThat(dispatchesOf(stranger))
                    .extracting(line -> line.path("id").asLong())
                    .doesNotContain(dispatch);
            assertThat(reviewsOf(stranger)).isEmpty();
        }
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

    @Test
    void pagesThroughAListAndRefusesABadCursor() {
        for (int i = 0; i < 3; i++) dispatch(Province.SIBLING_COUNTY, toVillages());

        var first = list(Province.SIBLING_COUNTY, "?limit=2");
        var second = list(
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

    private List<JsonNode> of(long dispatch, List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.path("data").path("dispatch").asLong() == dispatch)
                .toList();
    }

    private static String toVillages() {
        return "{\"tier\":\"VILLAGE\"}";
    }

    private static String body(String title, String target) {
        return """
            {"title":"%s","text":"请核实并上报。","goal":"全部核实","deadline":"%s","materialRequired":true,"target":%s}\
            """.formatted(title, Instant.now().plus(9, ChronoUnit.DAYS), target);
    }

    private Api.Answer post(String body) {
        return api.post("/v1/dispatches", body)
                .as(tokens.at(Province.COUNTY))
                .key()
                .send();
    }

    private Api.Answer dispatch(long issuer, String target) {
        return api.post("/v1/dispatches", body("排查村级活动场所", target))
                .as(tokens.at(issuer))
                .key()
                .send();
    }

    private JsonNode list(long unit, String query) {
        return api.get("/v1/dispatches" + query).as(tokens.at(unit)).send().json();
    }

    private List<JsonNode> dispatchesOf(long unit) {
        return list(unit, "?limit=200").path("items").valueStream().toList();
    }

    private List<JsonNode> reviewsOf(long unit) {
        var answer = api.get("/v1/reviews").as(tokens.at(unit)).send();
        return answer.json().path("items").valueStream().toList();
    }

    private long assignmentOf(long village, long dispatch) {
        var lines = api.get("/v1/assignments?limit=200")
                .as(tokens.at(village))
                .send()
                .json();
        return lines.path("items")
                .valueStream()
                .filter(line -> line.path("dispatch").asLong() == dispatch)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }

    private Api.Answer sign(long assignment, long unit) {
        return api.post("/v1/assignments/" + assignment + "/signature")
                .as(tokens.at(unit))
                .send();
    }

    private static Map<String, Object> submission() {
        return Map.of("report", "已核实", "materials", List.of(Map.of("name", "照片", "reference", "2026-001")));
    }

    private Api.Answer submit(long assignment, long unit) {
        return api.post("/v1/assignments/" + assignment + "/submissions", submission())
                .as(tokens.at(unit))
                .key()
                .send();
    }

    private Api.Answer withoutMaterial(long assignment) {
        return api.post("/v1/assignments/" + assignment + "/submissions", Map.of("report", "已核实"))
                .as(tokens.at(Province.SECOND_VILLAGE))
                .key()
                .send();
    }

    private Api.Answer sendBack(long assignment, long unit) {
        return api.post("/v1/assignments/" + assignment + "/return", Map.of("reason", "缺照片"))
                .as(tokens.at(unit))
                .send();
    }

    private Api.Answer approve(long assignment, long unit) {
        return api.post("/v1/assignments/" + assignment + "/approval")
                .as(tokens.at(unit))
                .send();
    }
}
