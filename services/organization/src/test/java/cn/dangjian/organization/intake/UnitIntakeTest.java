package cn.dangjian.organization.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.application.Divisions;
import cn.dangjian.organization.team.House;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

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
        for (String table : List.of("intake", "intake_row", "change_batch", "unit_change")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private long sent(long caller, String text) {
        long id = Files.id(files.sendAs(ORDER, caller, text));
        files.done(caller, id);
        return id;
    }

    private Api.Answer approve(String token, long id) {
        return api.post("/v1/intakes/" + id + "/approval", Map.of("note", "同意"))
                .as(token)
                .key()
                .send();
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

        var approved = approve(tokens.at(divisions.unit("0101")), id);

        assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
        assertThat(approved.json().path("approved").asInt()).isEqualTo(2);
        assertThat(approved.json().path("refused").size()).isZero();
        assertThat(approved.json().path("next").isNull()).isTrue();
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
        assertThat(approve(tokens.at(divisions.unit("0101")), id)
                        .json()
                        .path("approved")
                        .asInt())
                .as("nothing is left")
                .isZero();
    }

    @Test
    void whatCannotBeApprovedStaysOpenWithItsReason() {
        String village = "40" + "0101100202";
        String file = HEADER + village + "-B1,虚构一,党支部," + village + "\n" + village + "-B2,虚构二,党委," + village + "\n";
        long id = sent(divisions.unit("0101100202"), file);
        assertThat(files.show(township, id).path("applied").asInt()).isEqualTo(2);

        var approved = approve(tokens.at(township), id);

        assertThat(approved.json().path("approved").asInt()).isEqualTo(1);
        assertThat(approved.json().path("refused").path(0).path("line").asInt()).isEqualTo(3);
        assertThat(approved.json().path("refused").path(0).path("code").asString())
                .isEqualTo("change.not-decider");
        assertThat(approved.json().path("refused").path(0).path("reason").asString())
                .contains("COUNTY");
        assertThat(count("select count(*) from unit_change where state = 'PROPOSED'"))
                .isEqualTo(1);
        assertThat(approve(tokens.at(divisions.unit("0101")), id)
                        .json()
                        .path("approved")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void nobodyApprovesHisOwnFile() {
        String village = "40" + "0101100203";
        long id = sent(township, HEADER + village + "-C1,虚构一,党支部," + village + "\n");

        var approved = approve(tokens.at(township), id);

        assertThat(approved.json().path("approved").asInt()).isZero();
        assertThat(approved.json().path("refused").path(0).path("code").asString())
                .isEqualTo("change.own-proposal");
    }

    @Test
    void anotherCountySeesAndApprovesNothing() {
        String village = "40" + "0101100203";
        long id = sent(township, HEADER + village + "-D1,虚构一,党支部," + village + "\n");

        assertThat(approve(tokens.at(divisions.unit("0201")), id).problem()).isEqualTo("intake.unknown");
        assertThat(api.post("/v1/intakes/" + id + "/approval", Map.of())
                        .key()
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(count("select count(*) from unit where code like '40%-D%'")).isZero();
    }

    @Test
    void aFileOfTeamsProposesNothing() {
        long id = Files.id(files.sendAs("TEAMS", township, "党组织代码,职务,姓名,任职日期,是否专职\nx,x,x,x,x\n"));
        files.done(township, id);

        assertThat(approve(tokens.at(township), id).problem()).isEqualTo("intake.nothing-open");
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
        approve(tokens.at(divisions.unit("0101")), id);
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
