package cn.dangjian.organization.files.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.people.team.House;
import cn.dangjian.testkit.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of units: proposed by one, approved together by another one tier up. */
@ServiceTest
class UnitIntakeTest extends UnitFiles {

    /** -Dunits.rows=99997 sends as many as one file may have (行数上限). */
    private static final int CHILDREN = Integer.getInteger("units.rows", 10_001);

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
        "400101100202, 虚构村, '', 400101100, change.unit-differs, name",
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

        assertThat(files.show(township, id).path("unchanged").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(files.show(township, id).path("rejected").asInt())
                .as(files.rejections(township, id).body())
                .isZero();
        assertThat(count("select count(*) from unit_change")).isZero();
    }

    @Test
    void theFileOfAProvinceBeginsWithTheOneThatHasNoParent() {
        long province = divisions.unit("");
        String exported = api.post("/v1/exports", Map.of("what", "UNITS", "format", "CSV"))
                .as(tokens.at(province))
                .send()
                .body();

        long id = sent(province, exported);

        assertThat(files.show(province, id).path("rejected").asInt())
                .as(files.rejections(province, id).body())
                .isZero();
        assertThat(files.show(province, id).path("unchanged").asInt())
                .isEqualTo((int) exported.lines().count() - 1);
    }

    @Test
    @DisplayName("18.6 children stand before their parents in a file of units, and all are approved together")
    void takesChildrenInAnyOrder() {
        String village = "40" + "0101100201";
        String file = HEADER
                + village + "-N-1-1,虚构小组,党小组," + village + "-N-1\n"
                + village + "-n-1,虚构支部一,党支部," + village + "-N\n"
                + village + "-N-2,虚构支部二,党支部," + village + "-N\n"
                + village + "-N,虚构总支,党总支," + village + "\n";
        long id = sent(township, file);

        assertThat(files.show(township, id).path("applied").asInt())
                .as(files.rejections(township, id).body())
                .isEqualTo(4);
        var approved = approved(tokens.at(divisions.unit("0101")), id);

        assertThat(approved.path("decided").asInt()).as(approved.toString()).isEqualTo(4);
        assertThat(jdbc.sql("select concat(substring(u.code, 13), ' ', substring(p.code, 13)) from unit u"
                                + " join unit p on p.id = u.parent_id where u.code like '40%-N%' order by u.code")
                        .query(String.class)
                        .list())
                .containsExactly("-N ", "-N-1 -N", "-N-1-1 -N-1", "-N-2 -N");
        assertThat(count("select count(*) from unit u join unit p on p.id = u.parent_id where u.code like '40%-N-%' and"
                        + " u.path not like concat(p.path, '%')"))
                .isZero();
    }

    @Test
    @DisplayName("18.6 a parent stands more than a thousand rows behind its children")
    void takesAParentFarBehindItsChildren() {
        String village = "40" + "0101100201";
        var file = new StringBuilder(HEADER);
        for (int child = 1; child <= 9998; child++)
            file.append("%s-F-%d,虚构第%d支部,党支部,%s-F\n".formatted(village, child, child, village));
        file.append("%s-F,虚构远总支,党总支,%s\n".formatted(village, village));
        long id = sent(township, file.toString());

        assertThat(files.show(township, id).path("applied").asInt())
                .as(files.rejections(township, id).body())
                .isEqualTo(9999);
    }

    @Test
    @DisplayName("18.6 parents, and theirs, stand at the end of a file of more rows than are taken at once")
    void takesParentsWhereverTheyStand() {
        String village = "40" + "0101100201";
        var file = new StringBuilder(HEADER);
        file.append("%s-C-1-00001,虚构甲,党小组,%s-C-1-00002\n".formatted(village, village));
        for (int child = 1; child <= CHILDREN; child++)
            file.append("%s-G-1-%05d,虚构第%d小组,党小组,%s-G-1\n".formatted(village, child, child, village));
        file.append("%s-G-2-1,虚构小组,党小组,%s-G-2\n".formatted(village, village));
        file.append("%s-G-1-00001,虚构又一小组,党小组,%s-G-1\n".formatted(village, village));
        file.append("%s-C-1-00002,虚构乙,党小组,%s-C-1-00001\n".formatted(village, village));
        file.append("%s-G-3-00000001,虚构小组,党小组,%s-G-3\n".formatted(village, village));
        file.append("%s-G-3-1,虚构小组,党小组,%s-G-3\n%s-G-3,虚构支部,没有,%s-G\n".formatted(village, village, village, village));
        file.append("%s-G-1,虚构支部,党支部,%s-G\n".formatted(village, village));
        file.append("%s-G,虚构总支,党总支,%s\n".formatted(village, village));
        long id = sent(township, file.toString());

        assertThat(files.show(township, id).path("applied").asInt())
                .as(files.rejections(township, id).body())
                .isEqualTo(CHILDREN + 2);
        assertThat(files.rejections(township, id).body())
                .contains("设立申请已经提出")
                .satisfies(rejected -> assertThat(rejected.lines().filter(line -> line.contains("组织不存在")))
                        .singleElement()
                        .asString()
                        .contains("-G-2-1"))
                .satisfies(rejected -> assertThat(rejected.lines().filter(line -> line.contains("成了一圈")))
                        .hasSize(2)
                        .allMatch(line -> line.contains("-C-1-0000")))
                .satisfies(
                        rejected -> assertThat(rejected.lines().filter(line -> line.contains("-G-3 在同一个文件中，但没有申请成功")))
                                .hasSize(2))
                .satisfies(rejected -> assertThat(rejected.lines()).hasSize(8));
        assertThat(count("select count(*) from unit_change where json_value(operation, '$.under') like '%-G-1'"))
                .isEqualTo(CHILDREN);
    }

    @Test
    @DisplayName("18.6 each of many lines names the next one as its parent, and the last one nobody")
    void refusesALongChain() {
        var file = new StringBuilder(HEADER);
        for (int line = 1; line <= 5000; line++) file.append("X-%d,虚构,党支部,X-%d\n".formatted(line, line + 1));
        long id = sent(township, file.toString());

        assertThat(files.show(township, id).path("rejected").asInt()).isEqualTo(5000);
        assertThat(files.rejections(township, id).body()).contains("X-5000 在同一个文件中，但没有申请成功");
    }

    @Test
    @DisplayName("18.6 a child can be approved when its parent was, and not before")
    void approvesAChildBehindItsParent() {
        String village = "40" + "0101100201";
        String county = tokens.at(divisions.unit("0101"));
        sent(
                township,
                HEADER + village + "-P-1,虚构支部,党支部," + village + "-P\n" + village + "-P,虚构总支,党总支," + village + "\n");
        var child = jdbc.sql("select id from unit_change where json_value(operation, '$.unit.code') like '%-P-1'")
                .query(Long.class)
                .single();
        var parent = jdbc.sql("select id from unit_change where json_value(operation, '$.unit.code') like '%-P'")
                .query(Long.class)
                .single();

        var early = api.post("/v1/changes/" + child + "/approval", Map.of())
                .as(county)
                .key()
                .send();
        assertThat(early.problem()).isEqualTo("unit.unknown");
        for (long change : List.of(parent, child)) {
            var answer = api.post("/v1/changes/" + change + "/approval", Map.of())
                    .as(county)
                    .key()
                    .send();
            assertThat(answer.status()).as(answer.toString()).isLessThan(300);
        }
        assertThat(count("select count(*) from unit u join unit p on p.id = u.parent_id where p.code like '40%-P'"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("18.6 circles and orphans are refused by name")
    void refusesCirclesAndOrphans() {
        String village = "40" + "0101100201";
        String file = HEADER
                + village + "-X,虚构甲,党总支," + village + "-Y\n"
                + village + "-Y,虚构乙,党总支," + village + "-X\n"
                + village + "-Z,虚构丙,党支部," + village + "-NIRGENDS\n"
                + village + "-W-1,虚构丁,党支部," + village + "-W\n"
                + village + "-W,虚构戊,银河系," + village + "\n";
        long id = sent(township, file);

        assertThat(files.show(township, id).path("rejected").asInt()).isEqualTo(5);
        assertThat(files.rejections(township, id).body())
                .contains("成了一圈")
                .contains(village + "-Y 在同一个文件中，但没有申请成功", village + "-W 在同一个文件中，但没有申请成功")
                .contains(village + "-NIRGENDS");
        assertThat(count("select count(*) from unit_change")).isZero();
    }
}
