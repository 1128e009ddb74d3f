package cn.dangjian.organization.files.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files as large as they may be, and workers that die over them. */
@ServiceTest
class LargeIntakeTest {

    /** -Dintake.rows=100000 sends as many as one file may have (行数上限). */
    private static final int ROWS = Integer.getInteger("intake.rows", 20_000);

    private static final String HEADER = "name,type,employees,members,placeCode,on\n";

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
    long county;

    @BeforeEach
    void tree() {
        divisions = new Divisions("53", api, tokens, jdbc);
        divisions.settle();
        files = new Files(api, tokens, environment);
        county = divisions.unit("0101");
        for (String table : List.of("register_unit", "register_state", "register_link", "intake", "intake_row")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private byte[] file(int rows) {
        var text = new StringBuilder(HEADER);
        for (int i = 1; i <= rows; i++) {
            text.append("虚构单位").append(i).append(",SCHOOL,10,");
            text.append(i % 1000 == 0 ? "x" : "3").append(",530101100201,2026-03-02\n");
        }
        return text.toString().getBytes(UTF_8);
    }

    @Test
    void takesManyRowsAndGivesThemBack() {
        long id = Files.id(files.send(county, "text/csv", file(ROWS)));

        var done = files.done(county, id);

        assertThat(done.path("rowsRead").asInt()).isEqualTo(ROWS);
        assertThat(done.path("applied").asInt()).isEqualTo(ROWS - ROWS / 1000);
        assertThat(done.path("rejected").asInt()).isEqualTo(ROWS / 1000);
        assertThat(files.rejections(county, id).body().lines()).hasSize(ROWS / 1000 + 1);
        var exported = api.post("/v1/exports", Map.of("what", "REGISTER", "format", "CSV"))
                .as(tokens.at(county))
                .send();
        assertThat(exported.body().lines()).hasSize(ROWS - ROWS / 1000 + 1);
        jdbc.sql("delete from register_state").update();
        jdbc.sql("delete from register_unit").update();
    }

    @Test
    void isTakenUpWhereADeadWorkerLeftIt() {
        jdbc.sql("""
            create trigger no_more_units before insert on register_unit for each row
            begin if (select count(*) from register_unit) >= 1998 then signal sqlstate '45000'; end if; end\
            """).update();
        long id;
        try {
            id = Files.id(files.send(county, "text/csv", file(3000)));
            files.state(county, id, "FAILED");
        } finally {
            jdbc.sql("drop trigger no_more_units").update();
        }
        var failed = files.show(county, id);
        assertThat(failed.path("applied").asInt()).isEqualTo(1998);
        assertThat(failed.path("rejected").asInt()).isEqualTo(2);

        jdbc.sql("""
            update intake set state = 'APPLYING', lease = 'of-a-dead-process', finished_at = null,
                   leased_until = timestampadd(second, -1, utc_timestamp(6)) where id = :id\
            """).param("id", id).update();
        var done = files.done(county, id);

        assertThat(done.path("applied").asInt()).isEqualTo(2997);
        assertThat(done.path("rejected").asInt()).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from register_unit")
                        .query(Long.class)
                        .single())
                .isEqualTo(2997);
    }

    @Test
    void goesOnWhenAskedAndJudgesByWhatTheSenderMayDoThen() {
        jdbc.sql("""
            create trigger no_units before insert on register_unit for each row
            begin signal sqlstate '45000'; end\
            """).update();
        long id;
        try {
            id = Files.id(files.send(county, "text/csv", file(5)));
            files.state(county, id, "FAILED");
        } finally {
            jdbc.sql("drop trigger no_units").update();
        }
        jdbc.sql("update intake set unit_id = :other, account = :other, post = :other where id = :id")
                .param("other", divisions.unit("0201"))
                .param("id", id)
                .update();

        var asked = api.post("/v1/intakes/" + id + "/resumption")
                .as(tokens.at(divisions.unit("0201")))
                .send();

        assertThat(asked.status()).as(asked.toString()).isEqualTo(200);
        var done = files.done(divisions.unit("0201"), id);
        assertThat(done.path("rejected").asInt()).isEqualTo(5);
        assertThat(files.rejections(divisions.unit("0201"), id).body()).contains("不在您的管理范围内");
    }
}
