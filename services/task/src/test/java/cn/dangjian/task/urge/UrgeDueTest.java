package cn.dangjian.task.urge;

import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.PROVINCE;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static cn.dangjian.testkit.Province.VILLAGE;
import static cn.dangjian.testkit.Province.VILLAGES;
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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The ladder over real rows, at moments that the test names: of a spring that is long past for the worker beside it. */
@ServiceTest
class UrgeDueTest {

    private static final String DUE = "2026-03-18T23:59:59";

    @Autowired
    private UrgeDue urgeDue;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Api api;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Broker broker;

    private long dispatch;

    @BeforeEach
    void aDispatchToAllVillages(@Autowired Province province) {
        province.settle();
        dispatch = dispatch(DUE);
    }

    @AfterEach
    void switchEverythingOn() {
        database.update("delete from urge_off");
        database.update("delete from dispatch where id = ?", dispatch);
    }

    private long dispatch(String due) {
        database.update("""
            insert into dispatch (number, issuer_id, title, text, goal, deadline, material_required, target, addressed,
                                  issued_by, issued_at, version)
            select concat('U-', coalesce(max(id), 0) + 1), ?, '排查', '请核实', '全部核实', ?, false, '{}', 5, 1,
                   '2026-03-02 01:00:00', 1 from dispatch\
            """, COUNTY, utc(due));
        long id = database.queryForObject("select max(id) from dispatch", Long.class);
        for (long village : VILLAGES)
            database.update(
                    "insert into assignment (dispatch_id, unit_id, state, version) values (?, ?, 'ADDRESSED', 1)",
                    id,
                    village);
        return id;
    }

    private static LocalDateTime utc(String beijing) {
        return LocalDateTime.ofInstant(at(beijing), ZoneId.of("UTC"));
    }

    private static Instant at(String beijing) {
        return LocalDateTime.parse(beijing).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private void state(long village, String state) {
        database.update(
                "update assignment set state = ? where dispatch_id = ? and unit_id = ?", state, dispatch, village);
    }

    private List<String> urges(String state) {
        return database.queryForList(
                "select concat(step, ' ', unit_id) from urge where dispatch_id = ? and state = ? order by id",
                String.class,
                dispatch,
                state);
    }

    private static List<String> all(Step... steps) {
        return Stream.of(steps)
                .flatMap(step -> VILLAGES.stream().map(village -> step + " " + village))
                .toList();
    }

    private List<JsonNode> heard(Step step) {
        return broker.heardOf("task.urged.v1").stream()
                .filter(event -> event.at("/data/dispatch").asLong() == dispatch
                        && event.at("/data/step").asString().equals(step.name()))
                .toList();
    }

    @Test
    void goesUpTheLadderOnceEachInTheMorningsOfWorkingDays() {
        for (String quiet : List.of("2026-03-06T10:00:00", "2026-03-08T10:00:00", "2026-03-09T08:59:00"))
            urgeDue.urge(at(quiet));
        assertThat(urges("TOLD")).isEmpty();

        for (String day : List.of("09", "09", "10", "13", "17", "18", "19", "20", "23", "24"))
            urgeDue.urge(at("2026-03-" + day + "T10:00:00"));
        urgeDue.urge(at("2026-03-25T18:00:00"));

        assertThat(urges("TOLD"))
                .containsExactlyElementsOf(all(Step.FIRST, Step.SECOND, Step.THIRD, Step.DUE, Step.OVERDUE, Step.UP));
        assertThat(urges("SKIPPED")).isEmpty();
        await().untilAsserted(() -> {
            for (var step : Step.LADDER) assertThat(heard(step)).as(step.name()).hasSize(1);
        });
        for (var step : Step.LADDER)
            heard(step).forEach(event -> EventSchemas.validate("task.urged.v1", event.toString()));
        assertThat(heard(Step.FIRST).getFirst().at("/data/units").valueStream())
                .extracting(one -> one.path("unit").asLong())
                .containsExactlyElementsOf(VILLAGES);
        assertThat(heard(Step.UP).getFirst().at("/data/units").valueStream())
                .as("the townships above, with how many are late")
                .extracting(one ->
                        one.path("unit").asLong() + ":" + one.path("late").asLong())
                .containsExactly("1111:3", "1112:2");
        EventSchemas.validate("task.urged.v1", EventExamples.load("task.urged.v1"));
    }

    @Test
    void aClockThatJumpsForwardsTellsTheLatestAndOneThatJumpsBackNothing() {
        urgeDue.urge(at("2026-03-19T10:00:00"));

        assertThat(urges("TOLD")).containsExactlyElementsOf(all(Step.OVERDUE));
        assertThat(urges("SKIPPED"))
                .containsExactlyInAnyOrderElementsOf(all(Step.FIRST, Step.SECOND, Step.THIRD, Step.DUE));

        for (String day : List.of("09", "13", "17", "18", "19")) urgeDue.urge(at("2026-03-" + day + "T10:00:00"));
        assertThat(urges("TOLD")).containsExactlyElementsOf(all(Step.OVERDUE));
    }

    @Test
    void leavesAloneWhoHasHandedInOrWaitsForAReply() {
        state(11111, "SUBMITTED");
        state(11112, "APPROVED");
        state(11113, "WITHDRAWN");
        state(11121, "RETURNED");
        database.update("""
            insert into voice (assignment_id, dispatch_id, unit_id, issuer_id, kind, text, state, open_assignment,
                               said_by, said_at, reply_by, version)
            select id, dispatch_id, unit_id, 111, 'NOT_APPLICABLE', '不适用', 'OPEN', id, 'account:1', '2026-03-03',
                   '2026-03-10', 1 from assignment where dispatch_id = ? and unit_id = 11122\
            """, dispatch);

        urgeDue.urge(at("2026-03-19T10:00:00"));

        assertThat(urges("TOLD")).containsExactly("OVERDUE 11121");
        database.update("update voice set state = 'REFUSED', open_assignment = null where dispatch_id = ?", dispatch);
        urgeDue.urge(at("2026-03-23T10:00:00"));
        assertThat(urges("TOLD")).containsExactly("OVERDUE 11121", "UP 11121", "UP 11122");
    }

    @Test
    void aDateOfItsOwnIsUrgedByItself() {
        database.update(
                "update assignment set due_at = ? where dispatch_id = ? and unit_id = 11111",
                utc("2026-03-25T18:00:00"),
                dispatch);

        urgeDue.urge(at("2026-03-19T10:00:00"));
        assertThat(urges("TOLD"))
                .containsExactlyInAnyOrder(
                        "OVERDUE 11112", "OVERDUE 11113", "OVERDUE 11121", "OVERDUE 11122", "FIRST 11111");
        urgeDue.urge(at("2026-03-26T10:00:00"));
        assertThat(urges("TOLD")).contains("OVERDUE 11111", "UP 11112").doesNotContain("UP 11111");
    }

    @Test
    void tellsOnceThoughReplicasGoThroughItSideBySide() throws Exception {
        try (var replicas = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> once = () -> {
                urgeDue.urge(at("2026-03-13T10:00:00"));
                return true;
            };
            for (var done : replicas.invokeAll(List.of(once, once, once, once)))
                assertThat(done.get()).isTrue();
        }

        assertThat(urges("TOLD")).containsExactlyElementsOf(all(Step.SECOND));
        await().untilAsserted(() -> assertThat(heard(Step.SECOND)).hasSize(1));
    }

    @Test
    void whatAProcessLeftWhenItWasKilledIsDoneOnceByTheNextOne(@Autowired PlatformTransactionManager transactions) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            urgeDue.urge(at("2026-03-13T10:00:00"));
            assertThat(urges("TOLD")).hasSize(5);
            status.setRollbackOnly();
        });
        assertThat(urges("TOLD")).isEmpty();

        urgeDue.urge(at("2026-03-13T10:00:30"));
        urgeDue.urge(at("2026-03-13T10:01:00"));

        assertThat(urges("TOLD")).containsExactlyElementsOf(all(Step.SECOND));
        await().untilAsserted(() -> assertThat(heard(Step.SECOND)).hasSize(1));
    }

    @Test
    void anIssuerSwitchesStepsOffForWhatItDispatches() {
        assertThat(turn(COUNTY, "SECOND", false).status()).isEqualTo(200);
        assertThat(turn(COUNTY, "HAND", false).problem()).isEqualTo("urge.no-step");
        var shown = api.get("/v1/urge-steps").as(tokens.at(COUNTY)).send().json();
        assertThat(shown.valueStream().filter(rung -> !rung.path("on").asBoolean()))
                .extracting(rung -> rung.path("step").asString())
                .containsExactly("SECOND");
        assertThat(shown.path(0).path("days").asInt()).isEqualTo(7);

        urgeDue.urge(at("2026-03-13T10:00:00"));

        assertThat(urges("TOLD")).containsExactlyElementsOf(all(Step.FIRST));
        assertThat(turn(COUNTY, "SECOND", true).json().toString()).doesNotContain("\"on\":false");
    }

    @Test
    void isUrgedByHandWithAWordOnceADayByTheIssuer() {
        state(11111, "SUBMITTED");

        var first = byHand(COUNTY, "请尽快上报，县里周五汇总。");
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.json().path("urged").asInt()).isEqualTo(4);
        assertThat(byHand(COUNTY, "再催一次").problem()).isEqualTo("urge.today-already");
        assertThat(byHand(PROVINCE, "请尽快").problem()).isEqualTo("urge.not-yours");
        assertThat(byHand(TOWNSHIP, "请尽快").problem()).isEqualTo("dispatch.unknown");
        assertThat(byHand(COUNTY, " ").problem()).isEqualTo("body.invalid");

        state(11112, "SUBMITTED");
        urgeDue.urge(at("2026-03-09T10:00:00"));
        assertThat(urges("TOLD").stream().filter(one -> one.startsWith("HAND")))
                .contains("HAND 11113", "HAND 11121", "HAND 11122");
        await().untilAsserted(() -> assertThat(heard(Step.HAND)).hasSize(1));
        assertThat(heard(Step.HAND).getFirst().at("/data/word").asString()).isEqualTo("请尽快上报，县里周五汇总。");
    }

    @Test
    void byHandNoTraceIsDemandedAndNobodyIsUrgedWhoIsDone() {
        assertThat(byHand(COUNTY, "请补现场照片").problem()).isEqualTo("trace.demanded");
        VILLAGES.forEach(village -> state(village, "APPROVED"));
        assertThat(byHand(COUNTY, "请尽快").problem()).isEqualTo("urge.nobody-open");
        assertThat(database.queryForObject(
                        "select count(*) from urge_word where dispatch_id = ?", Long.class, dispatch))
                .isZero();
    }

    @Test
    void issuerAndUnitSeeWhoWasUrgedWhenAndHowOften() {
        for (String day : List.of("09", "13", "19")) urgeDue.urge(at("2026-03-" + day + "T10:00:00"));
        state(11111, "SUBMITTED");

        var list = list("/v1/dispatches/" + dispatch + "/urgings?limit=3", COUNTY);
        assertThat(list.path("items")).hasSize(3);
        assertThat(list.path("next").isNull()).isFalse();
        var first = list.path("items").path(0);
        assertThat(first.path("unit").asLong()).isEqualTo(11111);
        assertThat(first.path("times").asInt()).isEqualTo(3);
        assertThat(first.path("steps").toString()).isEqualTo("[\"FIRST\",\"SECOND\",\"OVERDUE\"]");
        assertThat(first.path("late").asBoolean()).isFalse();
        assertThat(list.path("items").path(1).path("late").asBoolean()).isTrue();
        assertThat(list("/v1/dispatches/" + dispatch + "/urgings", VILLAGE).path("items"))
                .hasSize(1);
        assertThat(api.get("/v1/dispatches/" + dispatch + "/urgings")
                        .as(tokens.at(Province.OTHER_COUNTY))
                        .send()
                        .status())
                .isEqualTo(404);
        var own = list("/v1/urgings?limit=200", VILLAGE)
                .path("items")
                .valueStream()
                .filter(one -> one.path("dispatch").asLong() == dispatch)
                .toList();
        assertThat(own).extracting(one -> one.path("step").asString()).containsExactly("OVERDUE", "SECOND", "FIRST");
        assertThat(own.getFirst().path("title").asString()).isEqualTo("排查");
    }

    private JsonNode list(String path, long unit) {
        return api.get(path).as(tokens.at(unit)).send().json();
    }

    private Api.Answer turn(long unit, String step, boolean on) {
        return api.put("/v1/urge-steps/" + step, Map.of("on", on))
                .as(tokens.at(unit))
                .send();
    }

    private Api.Answer byHand(long unit, String word) {
        return api.post("/v1/dispatches/" + dispatch + "/urgings", Map.of("word", word))
                .as(tokens.at(unit))
                .key()
                .send();
    }
}
