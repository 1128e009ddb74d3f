package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Changes in a province that is ten days old. */
abstract class TenDays {

    private static final String PROVINCE = "11";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tree tree;

    Divisions divisions;
    Changes changes;

    /** Each test has a province of its own, ten days old. */
    @BeforeEach
    void tree() {
        divisions = new Divisions(PROVINCE, api, tokens, jdbc);
        divisions.settle();
        changes = new Changes(api, tokens, divisions);
        divisions.importedOn(TODAY.minusDays(10));
    }

    /** The next test finds no unit with these codes. */
    @AfterEach
    void noTree() {
        jdbc.sql("update unit set code = concat('x', id) where code like '11%'").update();
        jdbc.sql("update unit_period set code = concat('x', unit_id) where code like '11%'")
                .update();
    }

    long unit(String rest) {
        return divisions.unit(rest);
    }

    String code(String rest) {
        return divisions.code(rest);
    }

    void made(Map<String, Object> operation, LocalDate on) {
        var answer = changes.make(operation, on);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    void refused(Map<String, Object> operation, LocalDate on, int status, String problem) {
        long periods =
                jdbc.sql("select count(*) from unit_period").query(Long.class).single();
        var answer = changes.make(operation, on);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from unit_period")
                        .query(Long.class)
                        .single())
                .isEqualTo(periods);
    }

    JsonNode get(String path) {
        return api.get(path).as(tokens.at(unit(""))).send().json();
    }

    JsonNode on(long unit, LocalDate day) {
        return get("/v1/units/" + unit + "?asOf=" + day);
    }

    List<String> children(long unit, LocalDate day) {
        return get("/v1/units/" + unit + "/children?asOf=" + day)
                .path("items")
                .valueStream()
                .map(item -> item.path("code").asString().substring(2))
                .toList();
    }
}
