package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.establish;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county with a committee of a line (条), and organisations of enterprises in one of its townships. */
abstract class TwoHierarchies {

    static int round;

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

    long county;
    long township;
    long committee;
    long branch;
    long general;
    long small;

    String province() {
        return "54";
    }

    /** Each test has a committee of its own below the county, and organisations of enterprises in a township. */
    @BeforeEach
    void twoHierarchies() {
        divisions = new Divisions(province(), api, tokens, jdbc);
        divisions.settle();
        changes = new Changes(api, tokens, divisions);
        divisions.importedOn(TODAY.minusDays(20));
        round++;
        county = divisions.unit("0101");
        township = divisions.unit("0101100");
        committee = established(county, "0101-L" + round, "虚构两新" + round, "WORKING_COMMITTEE");
        branch = established(township, "0101100-A" + round, "虚构科技" + round, "BRANCH");
        general = established(township, "0101100-G" + round, "虚构集团" + round, "GENERAL_BRANCH");
        small = established(general, "0101100-G" + round + "-1", "虚构车间" + round, "BRANCH");
    }

    long established(long parent, String rest, String name, String kind) {
        made(establish(parent, divisions.code(rest), name, kind), TODAY.minusDays(10));
        return divisions.unit(rest);
    }

    void made(Map<String, Object> operation, LocalDate on) {
        var answer = changes.make(operation, on);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    Api.Answer ask(long caller, String path) {
        return api.get(path).as(tokens.at(caller)).send();
    }

    List<Long> listed(long caller, String path) {
        var json = ask(caller, path).json();
        var items = json.isArray() ? json : json.path("items");
        return items.valueStream().map(item -> item.path("id").asLong()).toList();
    }
}
