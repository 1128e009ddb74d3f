package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.supervise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.dangjian.testkit.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 条块结合: what committees of a line see of units that are elsewhere in the territory (F-05, ORG-09). */
@ServiceTest
class LineScopesTest extends TwoHierarchies {

    @Test
    void aCommitteeSeesWhatItSupervisesAndWhatIsBelowThat() {
        made(supervise(branch, committee), TODAY);
        made(supervise(general, committee), TODAY);

        assertThat(listed(committee, "/v1/units?by=LINE")).containsExactlyInAnyOrder(committee, branch, general, small);
        assertThat(listed(committee, "/v1/units")).containsExactly(committee);
        assertThat(listed(committee, "/v1/units?by=LINE&parent=" + committee))
                .containsExactlyInAnyOrder(branch, general);
        assertThat(listed(committee, "/v1/units?by=LINE&tier=TOWNSHIP")).isEmpty();
        assertThat(listed(committee, "/v1/units/search?by=LINE&q=虚构车间" + round)).containsExactly(small);
        assertThat(listed(committee, "/v1/units/search?by=LINE&q=" + divisions.code("0101100-g" + round)))
                .containsExactly(general, small);
        var counts = ask(committee, "/v1/units/" + committee + "/counts?by=LINE")
                .json()
                .get(0);
        assertThat(counts.path("tier").asString()).isEqualTo("BRANCH");
        assertThat(counts.path("units").asInt()).isEqualTo(3);
        assertThat(listed(committee, "/v1/units/" + small + "/ancestors?by=LINE"))
                .containsExactly(committee, general, small);
        for (var path : List.of("", "/history", "/lineage", "/counts", "/ancestors", "/children?asOf=" + TODAY)) {
            String url = "/v1/units/" + small + path;
            assertThat(ask(committee, url).status()).as(url).isEqualTo(404);
            assertThat(ask(committee, url + (path.contains("?") ? "&" : "?") + "by=LINE")
                            .status())
                    .as(url)
                    .isEqualTo(200);
        }
    }

    @Test
    void unitsStayWhereTheyAreInTheTerritory() {
        made(supervise(branch, committee), TODAY);

        var seen = ask(township, "/v1/units/" + branch).json();
        assertThat(seen.path("parentId").asLong()).isEqualTo(township);
        assertThat(seen.path("lineParentId").asLong()).isEqualTo(committee);
        assertThat(ask(township, "/v1/units/" + committee).status()).isEqualTo(404);
        assertThat(ask(township, "/v1/units/" + branch + "?by=LINE").problem()).isEqualTo("scope.no-line");
        assertThat(listed(branch, "/v1/units?by=LINE")).containsExactly(branch);
    }

    @Test
    void nobodyOfAnotherLineOrCountySeesIt() {
        made(supervise(branch, committee), TODAY);
        long other = established(divisions.unit("0201"), "0201-L" + round, "虚构别县两新" + round, "WORKING_COMMITTEE");
        long second = established(county, "0101-M" + round, "虚构机关" + round, "WORKING_COMMITTEE");

        for (long stranger : List.of(other, second)) {
            assertThat(ask(stranger, "/v1/units/" + branch + "?by=LINE").status())
                    .isEqualTo(404);
            assertThat(ask(stranger, "/v1/units/" + branch).status()).isEqualTo(404);
            assertThat(ask(stranger, "/v1/units/" + branch + "?by=LINE&asOf=" + TODAY)
                            .status())
                    .isEqualTo(404);
            assertThat(listed(stranger, "/v1/units?by=LINE")).containsExactly(stranger);
            assertThat(listed(stranger, "/v1/units/search?by=LINE&q=虚构科技" + round))
                    .isEmpty();
        }
    }

    @Test
    void termsAndTeamsAreSeenByLine() {
        made(supervise(branch, committee), TODAY);
        for (long unit : List.of(branch, general)) begin(unit);
        String below = "tier=BRANCH&by=LINE";

        assertThat(ask(committee, "/v1/terms?by=LINE").json().path("items").valueStream())
                .extracting(term -> term.path("unit").asLong())
                .containsExactly(branch);
        assertThat(ask(committee, "/v1/terms").json().path("items")).isEmpty();
        assertThat(ask(committee, "/v1/terms/summary?" + below)
                        .json()
                        .path("items")
                        .valueStream())
                .extracting(unit -> unit.path("unit").asLong(), unit -> unit.path("sessions")
                        .asInt())
                .containsExactlyInAnyOrder(tuple(committee, 1), tuple(branch, 1));
        assertThat(ask(committee, "/v1/vacancies?" + below).status()).isEqualTo(200);
        for (var path : List.of("/team", "/team/sessions")) {
            assertThat(ask(committee, "/v1/units/" + branch + path + "?by=LINE").status())
                    .isEqualTo(200);
            assertThat(ask(committee, "/v1/units/" + branch + path).status()).isEqualTo(404);
            assertThat(ask(committee, "/v1/units/" + general + path + "?by=LINE")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(ask(committee, "/v1/changes?by=LINE").problem()).isEqualTo("scope.block-only");
    }

    private void begin(long unit) {
        var answer = api.post(
                        "/v1/units/" + unit + "/team/sessions",
                        Map.of("number", 1, "startedOn", TODAY.minusDays(5).toString(), "document", "虚组〔2026〕3号"))
                .as(tokens.at(township))
                .key()
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }
}
