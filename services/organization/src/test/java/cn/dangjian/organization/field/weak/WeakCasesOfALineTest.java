package cn.dangjian.organization.field.weak;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the committee of a line (条) sees of weak units that it supervises. */
@ServiceTest
class WeakCasesOfALineTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aCommitteeSeesTheCasesOfWhatItSupervises() {
        var cases = new WeakCases("55", api, tokens, jdbc);
        var divisions = cases.divisions;
        var changes = new Changes(api, tokens, divisions);
        changes.make(Changes.establish(divisions.unit("0101"), "550101-L", "虚构两新", "WORKING_COMMITTEE"), Changes.TODAY);
        changes.make(Changes.establish(divisions.unit("0101100"), "550101100-A", "虚构科技", "BRANCH"), Changes.TODAY);
        long committee = divisions.unit("0101-L");
        long branch = divisions.unit("0101100-A");
        assertThat(changes.make(Changes.supervise(branch, committee), Changes.TODAY)
                        .status())
                .isEqualTo(200);
        cases.openScreening("0101");
        long ofTheLine = cases.screened("0101100-A");
        long another = cases.screened(WeakCases.VILLAGE);

        var seen = api.get("/v1/weak-cases?by=LINE").as(tokens.at(committee)).send();

        assertThat(seen.json().path("items").valueStream())
                .extracting(one -> one.path("id").asLong())
                .containsExactly(ofTheLine);
        assertThat(status(committee, ofTheLine, "?by=LINE")).isEqualTo(200);
        assertThat(status(committee, ofTheLine, "")).isEqualTo(404);
        assertThat(status(committee, another, "?by=LINE")).isEqualTo(404);
    }

    private int status(long caller, long id, String by) {
        return api.get("/v1/weak-cases/" + id + by).as(tokens.at(caller)).send().status();
    }
}
