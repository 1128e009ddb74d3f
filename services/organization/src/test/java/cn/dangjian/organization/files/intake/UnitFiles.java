package cn.dangjian.organization.files.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.people.team.House;
import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A township that sends files of units, and whoever decides about them. */
abstract class UnitFiles {

    static final String HEADER = "代码,名称,类别,上级代码\n";
    static final String ORDER = "UNITS&document=2026-7&effectiveOn=" + House.today();

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

    long sent(long caller, String text) {
        long id = Files.id(files.sendAs(ORDER, caller, text));
        files.done(caller, id);
        return id;
    }

    Api.Answer decide(String token, long id, Map<String, String> body) {
        String what = body.containsKey("reason") ? "/refusal" : "/approval";
        return api.post("/v1/intakes/" + id + what, body).as(token).key().send();
    }

    /** What has come of it when it is done. */
    JsonNode approved(String token, long id) {
        return decided(token, id, Map.of("note", "同意"));
    }

    JsonNode decided(String token, long id, Map<String, String> body) {
        var asked = decide(token, id, body);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> ask(token, id, "").path("state").asString().equals("DONE"));
        return ask(token, id, "");
    }

    JsonNode left(String token, long id) {
        return ask(token, id, "/left").path("items");
    }

    Api.Answer left(String token, long id, String cursor) {
        return api.get("/v1/intakes/" + id + "/decision/left?cursor=" + cursor)
                .as(token)
                .send();
    }

    JsonNode ask(String token, long id, String what) {
        return api.get("/v1/intakes/" + id + "/decision" + what)
                .as(token)
                .send()
                .json();
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
