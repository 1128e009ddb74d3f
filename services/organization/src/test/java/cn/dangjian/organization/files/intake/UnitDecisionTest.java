package cn.dangjian.organization.files.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.testkit.ServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One word about all units of a file (全部批准、全部退回): what is decided, what stays open, and who may say it. */
@ServiceTest
class UnitDecisionTest extends UnitFiles {

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
}
