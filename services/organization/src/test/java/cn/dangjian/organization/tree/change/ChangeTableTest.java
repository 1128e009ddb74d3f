package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.rename;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many decisions are written as one, and each of them is about what was seen. */
@ServiceTest
class ChangeTableTest {

    private static final List<String> VILLAGES =
            List.of("0101100201", "0101100202", "0101100203", "0101001001", "0121200201", "0121200202", "0201100201");

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ChangeTable changes;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void writesNoneOfManyIfSomebodyHasDecidedAboutOneOfThem() {
        var proposed = proposed();
        var taken = proposed.get(4);
        jdbc.sql("update unit_change set state = 'WITHDRAWN', version = version + 1 where id = :id")
                .param("id", taken.id().value())
                .update();
        var decided = proposed.stream()
                .map(change -> change.decided(Change.State.REFUSED, new AccountId(7), Instant.now(), "不同意"))
                .toList();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> changes.update(decided)))
                .isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(states(decided)).containsOnly("PROPOSED", "WITHDRAWN").hasSize(VILLAGES.size());
        var others = decided.stream()
                .filter(change -> !change.id().equals(taken.id()))
                .toList();
        transaction.executeWithoutResult(status -> changes.update(others));
        assertThat(states(others)).containsOnly("REFUSED");
    }

    private List<Change> proposed() {
        var divisions = new Divisions("88", api, tokens, jdbc);
        divisions.settle();
        var people = new Changes(api, tokens, divisions);
        var proposed = new ArrayList<Change>();
        for (String village : VILLAGES) {
            String county = village.substring(0, 4);
            var answer = people.propose(county, rename(divisions.unit(village), "虚构" + village + "村"), TODAY);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            var id = new ChangeId(answer.json().path("id").asLong());
            proposed.add(changes.find(id, Scope.subtree(path())).orElseThrow());
        }
        return proposed;
    }

    private String path() {
        return jdbc.sql("select path from unit where code = '88'")
                .query(String.class)
                .single();
    }

    private List<String> states(List<Change> of) {
        return jdbc.sql("select state from unit_change where id in (:ids)")
                .param("ids", of.stream().map(change -> change.id().value()).toList())
                .query(String.class)
                .list();
    }
}
