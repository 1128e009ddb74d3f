package cn.dangjian.task.voice;

import static cn.dangjian.testkit.Province.CITY;
import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.OTHER_COUNTY;
import static cn.dangjian.testkit.Province.PROVINCE;
import static cn.dangjian.testkit.Province.SECOND_VILLAGE;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static cn.dangjian.testkit.Province.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What a village answers to the county, and what becomes of it (U-21). */
@ServiceTest
class VoiceApiTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    /** A Wednesday in the morning. */
    private static final Instant WORKING = Instant.parse("2026-03-18T02:00:00Z");

    @Autowired
    private TellLateReplies tellLateReplies;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Api api;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Broker broker;

    private long dispatch;
    private long assignment;

    @BeforeEach
    void aDispatch(@Autowired Province province) {
        province.settle();
        dispatch = dispatch(COUNTY);
        assignment = assignment(dispatch, VILLAGE);
    }

    private long dispatch(long issuer) {
        var answer = api.post("/v1/dispatches", """
            {"title":"排查村级活动场所","text":"请核实。","goal":"全部核实","deadline":"%s","target":{"tier":"VILLAGE"}}\
            """.formatted(TODAY.plusDays(40)))
                .as(tokens.at(issuer))
                .key()
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private long assignment(long of, long unit) {
        return database.queryForObject(
                "select id from assignment where dispatch_id = ? and unit_id = ?", Long.class, of, unit);
    }

    private Api.Answer say(long unit, String body) {
        return api.post("/v1/assignments/" + assignment + "/voices", body)
                .as(tokens.at(unit))
                .key()
                .send();
    }

    private long said(String body) {
        var answer = say(VILLAGE, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Api.Answer accept(long voice, long unit, @Nullable String reply) {
        var body = new HashMap<String, Object>();
        if (reply != null) body.put("reply", reply);
        return api.post("/v1/voices/" + voice + "/acceptance", body)
                .as(tokens.at(unit))
                .send();
    }

    private Api.Answer refuse(long voice, long unit, String reason) {
        return api.post("/v1/voices/" + voice + "/refusal", Map.of("reason", reason))
                .as(tokens.at(unit))
                .send();
    }

    private JsonNode get(String path, long unit) {
        var answer = api.get(path).as(tokens.at(unit)).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode task() {
        return get("/v1/assignments/" + assignment, VILLAGE);
    }

    private static String notApplicable() {
        return "{\"kind\":\"NOT_APPLICABLE\",\"text\":\"本村没有活动场所。\"}";
    }

    private List<JsonNode> changes() {
        return broker.heardOf("task.assignment-changed.v1").stream()
                .filter(event -> event.at("/data/assignment").asLong() == assignment)
                .toList();
    }

    private List<JsonNode> voices(long voice) {
        return broker.heardOf("task.voice-changed.v1").stream()
                .filter(event -> event.at("/data/voice").asLong() == voice)
                .toList();
    }

    @Test
    void whatIsNotApplicableIsClosedWhenTheIssuerAccepts() {
        long voice = said(notApplicable());
        assertThat(get("/v1/voices/" + voice, COUNTY).path("state").asString()).isEqualTo("OPEN");

        var accepted = accept(voice, COUNTY, "同意，贵村不必填报。");

        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
        assertThat(task().path("state").asString()).isEqualTo("CLOSED");
        var view = get("/v1/voices/" + voice, VILLAGE);
        assertThat(view.path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(view.path("reply").asString()).isEqualTo("同意，贵村不必填报。");
        await().untilAsserted(() -> {
            assertThat(voices(voice)).hasSize(2);
            assertThat(changes()).hasSize(1);
        });
        voices(voice).forEach(event -> EventSchemas.validate("task.voice-changed.v1", event.toString()));
        changes().forEach(event -> EventSchemas.validate("task.assignment-changed.v1", event.toString()));
        assertThat(changes().getFirst().at("/data/voice").asLong()).isEqualTo(voice);
        EventSchemas.validate("task.voice-changed.v1", EventExamples.load("task.voice-changed.v1"));
    }

    @Test
    void whatIsDoneAlreadyIsDoneWithTheProofThatIsKnown() {
        long earlier = assignment(dispatch(COUNTY), VILLAGE);
        database.update("update assignment set state = 'APPROVED' where id = ?", earlier);
        long voice = said("{\"kind\":\"ALREADY_DONE\",\"text\":\"上月已报。\",\"assignment\":" + earlier + "}");

        assertThat(accept(voice, COUNTY, null).status()).isEqualTo(200);

        assertThat(task().path("state").asString()).isEqualTo("APPROVED");
        assertThat(get("/v1/voices/" + voice, TOWNSHIP).path("other").asLong()).isEqualTo(earlier);
    }

    @Test
    void whatIsADuplicateIsJoinedWithTheOther() {
        long other = assignment(dispatch(PROVINCE), VILLAGE);
        long voice = said("{\"kind\":\"DUPLICATE_OF\",\"text\":\"与省里的相同。\",\"assignment\":" + other + "}");

        assertThat(accept(voice, COUNTY, null).status()).isEqualTo(200);

        assertThat(task().path("state").asString()).isEqualTo("CLOSED");
        assertThat(task().path("joinedTo").asLong()).isEqualTo(other);
        await().untilAsserted(() -> assertThat(changes()).hasSize(1));
        EventSchemas.validate("task.assignment-changed.v1", changes().getFirst().toString());
        assertThat(changes().getFirst().at("/data/joinedTo").asLong()).isEqualTo(other);
    }

    @Test
    void whatIsImpossibleByThenGetsAnotherDate() {
        var day = TODAY.plusDays(60);
        long voice = said("{\"kind\":\"IMPOSSIBLE_BY_THEN\",\"text\":\"正在换届。\",\"day\":\"" + day + "\"}");

        var accepted = accept(voice, COUNTY, "同意延期");

        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
        var due = Instant.parse(task().path("dueAt").asString());
        assertThat(LocalDate.ofInstant(due, ZoneId.of("Asia/Shanghai"))).isEqualTo(day);
        assertThat(task().path("state").asString()).isEqualTo("ADDRESSED");
        assertThat(api.post("/v1/assignments/" + assignment + "/signature")
                        .as(tokens.at(VILLAGE))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRefusalSaysWhyAndTheUnitMayAnswerAgain() {
        long voice = said(notApplicable());
        assertThat(say(VILLAGE, notApplicable()).problem()).isEqualTo("voice.open-already");

        assertThat(refuse(voice, COUNTY, "须附现场照片").problem()).isEqualTo("trace.demanded");
        assertThat(refuse(voice, COUNTY, "名录中有贵村。").status()).isEqualTo(200);

        assertThat(task().path("state").asString()).isEqualTo("ADDRESSED");
        assertThat(get("/v1/voices/" + voice, VILLAGE).path("reply").asString()).isEqualTo("名录中有贵村。");
        assertThat(accept(voice, COUNTY, null).problem()).isEqualTo("voice.replied-already");
        said(notApplicable());
    }

    @Test
    void onlyTheIssuerRepliesAndOthersSeeNothing() {
        long voice = said(notApplicable());

        assertThat(accept(voice, TOWNSHIP, null).problem()).isEqualTo("voice.not-yours");
        assertThat(accept(voice, CITY, null).problem()).isEqualTo("voice.not-yours");
        assertThat(refuse(voice, VILLAGE, "不").problem()).isEqualTo("voice.not-yours");
        assertThat(accept(voice, OTHER_COUNTY, null).status()).isEqualTo(404);
        assertThat(accept(voice, SECOND_VILLAGE, null).status()).isEqualTo(404);
        assertThat(say(SECOND_VILLAGE, notApplicable()).problem()).isEqualTo("assignment.unknown");
        assertThat(say(OTHER_COUNTY, notApplicable()).status()).isEqualTo(404);
        for (long unit : List.of(VILLAGE, TOWNSHIP, COUNTY, CITY, PROVINCE))
            assertThat(get("/v1/voices?open=true&limit=200", unit).path("items").valueStream())
                    .as("unit " + unit)
                    .anyMatch(one -> one.path("id").asLong() == voice);
        for (long unit : List.of(SECOND_VILLAGE, OTHER_COUNTY))
            assertThat(get("/v1/voices?limit=200", unit).path("items").valueStream())
                    .noneMatch(one -> one.path("id").asLong() == voice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `{"kind":"ALREADY_DONE","text":"已完成"}`                                  | voice.proof-missing
        `{"kind":"ALREADY_DONE","text":"已完成","proof":" "}`                      | voice.proof-missing
        `{"kind":"ALREADY_DONE","text":"已完成","assignment":987654321}`           | voice.other-unfit
        `{"kind":"DUPLICATE_OF","text":"重复"}`                                    | voice.other-missing
        `{"kind":"DUPLICATE_OF","text":"重复","assignment":0}`                     | voice.other-unfit
        `{"kind":"IMPOSSIBLE_BY_THEN","text":"来不及"}`                            | voice.day-missing
        `{"kind":"IMPOSSIBLE_BY_THEN","text":"来不及","day":"2020-01-01"}`         | voice.day-early
        `{"kind":"NOT_APPLICABLE","text":" "}`                                     | body.invalid
        `{"kind":"NO_TIME","text":"x"}`                                            | body.wrong-type
        """)
    void refusesAnAnswerThatSaysTooLittleAndStoresNothing(String body, String code) {
        assertThat(say(VILLAGE, body).problem()).isEqualTo(code);
        assertThat(database.queryForObject(
                        "select count(*) from voice where assignment_id = ?", Long.class, assignment))
                .isZero();
    }

    @Test
    void anotherUnitsTaskAndTheSameTaskAreNoDuplicates() {
        long foreign = assignment(dispatch, SECOND_VILLAGE);
        for (long other : List.of(foreign, assignment))
            assertThat(say(VILLAGE, "{\"kind\":\"DUPLICATE_OF\",\"text\":\"重复\",\"assignment\":" + other + "}")
                            .problem())
                    .isEqualTo("voice.other-unfit");
    }

    @ParameterizedTest
    @CsvSource({"SIGNED", "BROKEN_DOWN", "WORKING", "RETURNED"})
    void whoeverHasItToDoMayAnswerHoweverFarHeIs(String state) {
        database.update("update assignment set state = ? where id = ?", state, assignment);

        assertThat(accept(said(notApplicable()), COUNTY, null).status()).isEqualTo(200);

        assertThat(task().path("state").asString()).isEqualTo("CLOSED");
    }

    @Test
    void whatWentAnotherWayIsNotAcceptedAnyMore() {
        long voice = said(notApplicable());
        database.update("update assignment set state = 'SUBMITTED' where id = ?", assignment);

        assertThat(get("/v1/voices/" + voice, COUNTY).path("state").asString()).isEqualTo("OVERTAKEN");
        assertThat(accept(voice, COUNTY, null).problem()).isEqualTo("voice.overtaken");
        assertThat(refuse(voice, COUNTY, "已在审核。").status()).isEqualTo(200);
        assertThat(say(VILLAGE, notApplicable()).problem()).isEqualTo("voice.not-to-do");
    }

    @Test
    void ofTwoRepliesAtOnceOneCounts() throws Exception {
        long voice = said(notApplicable());
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Api.Answer> yes = () -> accept(voice, COUNTY, null);
            Callable<Api.Answer> no = () -> refuse(voice, COUNTY, "名录中有贵村。");
            var statuses = both.invokeAll(List.of(yes, no)).stream()
                    .map(VoiceApiTest::status)
                    .toList();

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
        await().untilAsserted(() -> assertThat(voices(voice)).hasSize(2));
    }

    private static int status(java.util.concurrent.Future<Api.Answer> answer) {
        try {
            return answer.get().status();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLateReplyIsToldToTheTierAboveOnceInWorkingHours() {
        long voice = said(notApplicable());
        database.update("update voice set reply_by = '2026-03-10 10:00:00' where id = ?", voice);

        assertThat(tellLateReplies.tell(Instant.parse("2026-03-18T16:00:00Z"))).isZero();
        for (int i = 0; i < 3; i++) tellLateReplies.tell(WORKING);

        await().untilAsserted(() -> assertThat(voices(voice)).hasSize(2));
        assertThat(voices(voice).getLast().at("/data/superior").asLong()).isEqualTo(CITY);
        assertThat(get("/v1/voices/" + voice, CITY).path("late").asBoolean()).isTrue();
        assertThat(accept(voice, COUNTY, null).status()).isEqualTo(200);
    }

    @Test
    void anIssuersYearIsCountedAndNotRanked() {
        database.update("delete from voice where issuer_id = 112");
        database.update("delete from dispatch where issuer_id = 112");
        database.update("""
            insert into dispatch (number, issuer_id, title, text, goal, deadline, material_required, target, addressed,
                                  issued_by, issued_at, version)
            values ('R-1', 112, 't', 't', 'g', '2021-03-01', false, '{}', 20, 1, '2021-02-01', 1),
                   ('R-2', 112, 't', 't', 'g', '2021-03-01', false, '{}', 30, 1, '2021-02-02', 1)\
            """);
        long id = database.queryForObject("select id from dispatch where number = 'R-1'", Long.class);
        Object[][] rows = {
            {"ALREADY_DONE", "ACCEPTED", "2021-02-03 00:00:00"},
            {"ALREADY_DONE", "REFUSED", "2021-02-05 00:00:00"},
            {"DUPLICATE_OF", "ACCEPTED", "2021-02-08 00:00:00"},
            {"NOT_APPLICABLE", "ACCEPTED", "2021-02-22 00:00:00"},
            {"IMPOSSIBLE_BY_THEN", "OPEN", null}
        };
        for (var row : rows) database.update("""
            insert into voice (assignment_id, dispatch_id, unit_id, issuer_id, kind, text, state, said_by, said_at,
                               reply_by, replied_at, version)
            values (0, ?, 11211, 112, ?, 't', ?, 'account:1', '2021-02-02', '2021-02-09', ?, 1)\
            """, id, row[0], row[1], row[2]);

        var items = get("/v1/voice-records?year=2021", CITY)
                .path("items")
                .valueStream()
                .filter(one -> one.path("unit").asLong() == 112)
                .toList();

        assertThat(items).hasSize(1);
        var record = items.getFirst();
        assertThat(record.path("dispatches").asInt()).isEqualTo(2);
        assertThat(record.path("addressed").asInt()).isEqualTo(50);
        assertThat(record.path("answers").toString())
                .isEqualTo(
                        "{\"all\":5,\"alreadyDone\":2,\"notApplicable\":1,\"impossibleByThen\":1,\"duplicateOf\":1}");
        assertThat(record.path("accepted").asInt()).isEqualTo(3);
        assertThat(record.path("open").asInt()).isEqualTo(1);
        assertThat(record.path("acceptedPercent").asInt()).isEqualTo(75);
        assertThat(record.path("medianDays").asDouble()).isEqualTo(4.5);
        assertThat(get("/v1/voice-records?year=2021", COUNTY).path("items")).isEmpty();
    }
}
