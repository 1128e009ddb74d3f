package cn.dangjian.organization.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.application.Divisions;
import cn.dangjian.organization.team.House;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files of units: proposed by one, approved together by another one tier up. */
@ServiceTest
class UnitIntakeTest {

    private static final String HEADER = "代码,名称,类别,上级代码\n";
    private static final String ORDER = "UNITS&document=2026-7&effectiveOn=" + House.today();

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    Files files;
    Divisions divisions;
    long township;

    @BeforeEach
    void tree() {
        divisions = new Divisions("40", api, tokens, jdbc);
        divisions.settle();
        files = new Files(api, tokens, environment);
        township = divisions.unit("0101100");
        for (String table : List.of("intake", "intake_row", "change_batch", "unit_change", "intake_decision")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private long sent(long caller, String text) {
        long id = Files.id(files.sendAs(ORDER, caller, text));
        files.done(caller, id);
        return id;
    }

    private Api.Answer decide(String token, long id, Map<String, String> body) {
        String what = body.containsKey("reason") ? "/refusal" : "/approval";
        return api.post("/v1/intakes/" + id + what, body).as(token).key().send();
    }

    /** What has come of it when it is done. */
    private JsonNode approved(String token, long id) {
        return decided(token, id, Map.of("note", "同意"));
    }

    private JsonNode decided(String token, long id, Map<String, String> body) {
        var asked = decide(token, id, body);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> ask(token, id, "").path("state").asString().equals("DONE"));
        return ask(token, id, "");
    }

    private JsonNode left(String token, long id) {
        return ask(token, id, "/left").path("items");
    }

    private Api.Answer left(String token, long id, String cursor) {
        return api.get("/v1/intakes/" + id + "/decision/left?cursor=" + cursor)
                .as(token)
                .send();
    }

    private JsonNode ask(String token, long id, String what) {
        return api.get("/v1/intakes/" + id + "/decision" + what)
                .as(token)
                .send()
                .json();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Test
    void proposesTheUnitsOfAFileAndApprovesThemTogether() {
        String village = "40" + "0101100201";
        String file = HEADER + village + "-A1,虚构一,党支部," + village + "\n" + village + "-A2,虚构二,BRANCH," + village + "\n"
                + village + "-A2,虚构三,党支部," + village + "\n";
        long id = sent(township, file);

        assertThat(files.show(township, id).path("applied").asInt()).isEqualTo(2);
        assertThat(files.rejections(township, id).body()).contains("的设立申请已经提出", "proposed already");
        assertThat(count("select count(*) from unit where code like '40%-A%'")).isZero();
        long again = sent(township, file);
        assertThat(files.show(township, again).path("applied").asInt()).isZero();

        String county = tokens.at(divisions.unit("0101"));
        assertThat(api.get("/v1/intakes/" + id + "/decision").as(county).send().problem())
                .isEqualTo("intake.undecided");
        var approved = approved(county, id);

        assertThat(approved.path("approves").asBoolean()).isTrue();
        assertThat(approved.path("proposals").asInt()).isEqualTo(2);
        assertThat(approved.path("decided").asInt()).isEqualTo(2);
        assertThat(approved.path("leftOpen").asInt()).isZero();
        assertThat(left(county, id)).isEmpty();
        assertThat(jdbc.sql("select concat(code, ' ', kind, ' ', name) from unit where code like '40%-A%' order by"
                                + " code")
                        .query(String.class)
                        .list())
                .containsExactly(village + "-A1 BRANCH 虚构一", village + "-A2 BRANCH 虚构二");
        assertThat(count("select count(*) from unit_change where state = 'APPROVED' and document = '2026-7'"))
                .isEqualTo(2);
        assertThat(count("""
            select count(*) from outbox o join unit u on o.event_key = concat('unit:', u.id) where u.code like '40%-A%'\
            """)).isEqualTo(2);
        for (var body : List.of(Map.of("note", "同意"), Map.of("reason", "不同意")))
            assertThat(decide(county, id, body).problem()).isEqualTo("intake.nothing-open");
        assertThat(count("select count(*) from intake_decision")).isEqualTo(1);
    }

    @Test
    void whatCannotBeApprovedStaysOpenWithItsReason() {
        String village = "40" + "0101100202";
        String file = HEADER + village + "-B1,虚构一,党支部," + village + "\n" + village + "-B2,虚构二,党委," + village + "\n";
        long id = sent(divisions.unit("0101100202"), file);
        assertThat(files.show(township, id).path("applied").asInt()).isEqualTo(2);

        var approved = approved(tokens.at(township), id);

        assertThat(approved.path("decided").asInt()).isEqualTo(1);
        assertThat(approved.path("leftOpen").asInt()).isEqualTo(1);
        var left = left(tokens.at(township), id).path(0);
        assertThat(left.path("line").asInt()).isEqualTo(3);
        assertThat(left.path("code").asString()).isEqualTo("change.not-decider");
        assertThat(left.path("reason").asString()).contains("COUNTY");
        for (Object line : List.of(-1, Integer.MAX_VALUE + 1L, Long.MAX_VALUE, "x")) {
            String cursor = Cursor.of(line).text();
            assertThat(left(tokens.at(township), id, cursor).problem()).isEqualTo("cursor.invalid");
        }
        assertThat(left(tokens.at(township), id, Cursor.of(3).text()).json().path("items"))
                .isEmpty();
        assertThat(count("select count(*) from unit_change where state = 'PROPOSED'"))
                .isEqualTo(1);
        assertThat(approved(tokens.at(divisions.unit("0101")), id)
                        .path("decided")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void nobodyApprovesHisOwnFile() {
        String village = "40" + "0101100203";
        long id = sent(township, HEADER + village + "-C1,虚构一,党支部," + village + "\n");

        for (var body : List.of(Map.of("note", "同意"), Map.of("reason", "不同意"))) {
            assertThat(decided(tokens.at(township), id, body).path("decided").asInt())
                    .isZero();
            assertThat(left(tokens.at(township), id).path(0).path("code").asString())
                    .isEqualTo("change.own-proposal");
        }
        assertThat(count("select count(*) from unit_change where state = 'PROPOSED'"))
                .isEqualTo(1);
    }

    @Test
    void refusesTheUnitsOfAFileTogetherWithAReason() {
        String village = "40" + "0101100203";
        String file = HEADER + village + "-G1,虚构一,党支部," + village + "\n" + village + "-G2,虚构二,BRANCH," + village + "\n";
        long id = sent(township, file);
        String county = tokens.at(divisions.unit("0101"));
        assertThat(decide(county, id, Map.of("reason", " ")).problem()).isEqualTo("body.invalid");
        assertThat(count("select count(*) from intake_decision where intake_id = " + id))
                .isZero();

        var refused = decided(county, id, Map.of("reason", "名称不规范"));

        assertThat(refused.path("approves").asBoolean()).isFalse();
        assertThat(refused.path("decided").asInt()).isEqualTo(2);
        assertThat(count("select count(*) from unit_change where state = 'REFUSED' and note = '名称不规范'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from unit where code like '40%-G%'")).isZero();
        assertThat(files.show(township, sent(township, file)).path("applied").asInt())
                .as("corrected and sent again")
                .isEqualTo(2);
    }

    /** As after a kill: half of it was decided, and the lease of the dead worker is over. */
    @Test
    void goesOnWhereADeadProcessStopped() {
        String village = "40" + "0101100203";
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < 450; i++) file.append("%s-H%d,虚构%d,党支部,%s\n".formatted(village, i, i, village));
        long id = sent(township, file.toString());
        long county = divisions.unit("0101");
        jdbc.sql("""
            insert into intake_decision (intake_id, approves, unit_id, account, post, duty, state, proposals, asked_at,
                                         up_to, decided, lease, leased_until)
            values (:id, true, :unit, :unit, 1, 'SECRETARY', 'APPLYING', 450, utc_timestamp(6), 201, 200, 'dead',
                    timestampadd(second, 2, utc_timestamp(6)))\
            """).param("id", id).param("unit", county).update();
        assertThat(decide(tokens.at(county), id, Map.of("note", "同意")).problem())
                .isEqualTo("intake.being-decided");

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        ask(tokens.at(county), id, "").path("state").asString().equals("DONE"));

        assertThat(ask(tokens.at(county), id, "").path("decided").asInt()).isEqualTo(450);
        assertThat(count("select count(*) from unit where code like '40%-H%'"))
                .as("those behind the line at which it stopped")
                .isEqualTo(250);
        assertThat(approved(tokens.at(county), id).path("decided").asInt()).isEqualTo(200);
    }

    @Test
    void anotherCountySeesAndApprovesNothing() {
        String village = "40" + "0101100203";
        long id = sent(township, HEADER + village + "-D1,虚构一,党支部," + village + "\n");

        String other = tokens.at(divisions.unit("0201"));
        for (var body : List.of(Map.of("note", "同意"), Map.of("reason", "不同意")))
            assertThat(decide(other, id, body).problem()).isEqualTo("intake.unknown");
        for (var path : List.of("/decision", "/decision/left"))
            assertThat(api.get("/v1/intakes/" + id + path).as(other).send().problem())
                    .isEqualTo("intake.unknown");
        assertThat(api.post("/v1/intakes/" + id + "/approval", Map.of())
                        .key()
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(count("select count(*) from unit where code like '40%-D%'")).isZero();
    }

    /** Whoever decides about all of a file decides about all of its rows. */
    @Test
    void aFileAtWorkIsNotDecidedYet() {
        String village = "40" + "0101100203";
        long id = sent(township, HEADER + village + "-K1,虚构一,党支部," + village + "\n");
        String county = tokens.at(divisions.unit("0101"));
        jdbc.sql("update intake set state = 'APPLYING', lease = 'other', leased_until = '9999-01-01' where id = ?")
                .param(id)
                .update();

        for (var body : List.of(Map.of("note", "同意"), Map.of("reason", "不同意")))
            assertThat(decide(county, id, body).problem()).isEqualTo("intake.at-work");
        assertThat(count("select count(*) from intake_decision")).isZero();
        jdbc.sql("update intake set state = 'DONE', lease = null, leased_until = null where id = ?")
                .param(id)
                .update();
        assertThat(approved(county, id).path("decided").asInt()).isEqualTo(1);
    }

    @Test
    void aFileOfTeamsProposesNothing() {
        long id = Files.id(files.sendAs("TEAMS", township, "党组织代码,职务,姓名,任职日期,是否专职\nx,x,x,x,x\n"));
        files.done(township, id);

        assertThat(decide(tokens.at(township), id, Map.of()).problem()).isEqualTo("intake.nothing-open");
    }

    @Test
    void needsADocumentAndADay() {
        for (String order : List.of("UNITS", "UNITS&document=2026-7", "UNITS&effectiveOn=2026-03-02&document=%20")) {
            var answer = files.sendAs(order, township, HEADER + "400101100201-E1,虚构,党支部,400101100201\n");
            assertThat(answer.problem()).isEqualTo("intake.no-order");
        }
        assertThat(files.sendAs("UNITS&effectiveOn=gestern&document=x", township, HEADER)
                        .status())
                .isEqualTo(400);
        assertThat(count("select count(*) from intake")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 虚构, 党支部, 400101100201, intake.missing, code",
        "400101100201_E, 虚构, 党支部, 400101100201, intake.code, code",
        "400101100201-E, '', 党支部, 400101100201, intake.missing, name",
        "400101100201-E, 虚构, 银河系, 400101100201, change.kind-unfit, kind",
        "400101100202-E, 虚构, 党支部, 400101100201, change.code-unfit, code",
        "400101100201-E, 虚构, 党支部, 400201100201, unit.unknown, parentCode",
        "400101100201-E, 虚构, 党支部, '', intake.missing, parentCode",
        "400101100202, 虚构村, '', 400101100, change.code-taken, code",
    })
    void rejectsARowWithItsColumnAndReason(
            String code, String name, String kind, String parent, String problem, String field) {
        sent(township, HEADER + String.join(",", code, name, kind, parent) + "\n");

        assertThat(jdbc.sql("select concat(problem, ' ', field) from intake_row")
                        .query(String.class)
                        .single())
                .isEqualTo(problem + " " + field);
        assertThat(count("select count(*) from unit_change")).isZero();
    }

    @Test
    void temporaryUnitsSayWhenTheyEnd() {
        String village = "40" + "0101001001";
        String until = House.today().plusDays(60).toString();
        String file = "code,name,kind,parentCode,until\n" + village + "-F1,虚构项目,临时党支部," + village + "," + until + "\n"
                + village + "-F2,虚构项目,临时党支部," + village + ",\n";
        long id = sent(divisions.unit("0101001"), file);

        assertThat(files.rejections(divisions.unit("0101001"), id).body()).contains("\"3\",\"计划结束日期\"");
        approved(tokens.at(divisions.unit("0101")), id);
        assertThat(jdbc.sql("select e.until from unit_until e join unit u on u.id = e.unit_id where u.code like"
                                + " '40%-F%'")
                        .query(String.class)
                        .list())
                .containsExactly(until);
    }

    @Test
    void anExportedFileComesBackAndEstablishesNothing() {
        String exported = api.post("/v1/exports", Map.of("what", "UNITS", "format", "CSV"))
                .as(tokens.at(township))
                .send()
                .body();

        long id = sent(township, exported);

        assertThat(files.show(township, id).path("rejected").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(count("select count(*) from unit_change")).isZero();
    }
}
