package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.supervise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a room shows of the units of a territory it shows of those of a line, but for what is judged (F-05, ORG-09). */
@ServiceTest
@TestInstance(PER_CLASS)
class LineDoorsTest extends TwoHierarchies {

    private long second;
    private long elsewhere;
    private long other;
    private Map<String, Long> ids = Map.of();

    @Override
    String province() {
        return "38";
    }

    /** Reading changes nothing: one tree and one fact of each kind are enough for all doors. */
    @Override
    @BeforeEach
    void twoHierarchies() {
        if (!ids.isEmpty()) return;
        super.twoHierarchies();
        elsewhere = divisions.unit("0201");
        second = established(county, "0101-M" + round, "虚构机关" + round, "WORKING_COMMITTEE");
        other = established(elsewhere, "0201-L" + round, "虚构别县" + round, "WORKING_COMMITTEE");
        made(supervise(branch, committee), TODAY);
        ids = facts();
    }

    private Map<String, Long> facts() {
        var facts = new LineFacts(jdbc);
        long village = divisions.unit("0101100201");
        facts.standsIn(village, committee);
        facts.members(branch);
        facts.weakCase(branch, county);
        facts.staff(branch);
        facts.end(branch);
        long leader = facts.leader(branch);
        facts.contact(leader, village, "POINT");
        var made = new HashMap<>(Map.of(
                "{branch}", branch,
                "{venue}", facts.venue(branch, 80),
                "{visit}", facts.contact(leader, branch, "POINT"),
                "{posting}", facts.firstSecretary(village),
                "{team}", facts.workTeam(village),
                "{household}", facts.household(village),
                "{filing}", facts.filing(village),
                "{cadre}", facts.cadre(village),
                "{election}", facts.election(branch),
                "{project}", facts.project(village, branch)));
        made.put("{chain}", facts.chain(township, village, branch));
        return made;
    }

    /** @param something where the answer of a door says so */
    @ParameterizedTest
    @CsvSource({
        "/v1/advice?advice=JOIN, /items",
        "/v1/advice/counts, /total",
        "/v1/weak-cases, /items",
        "/v1/weak-figures?year={year}, /total/cases",
        "/v1/units/{branch}/staff, /staff",
        "/v1/staff/turnover?year={year}, ''",
        "/v1/venues, /items",
        "/v1/venues/{venue}, /venue/id",
        "/v1/venue-figures, /total/venues",
        "/v1/contact-leaders, /items",
        "/v1/contact-links, /items",
        "/v1/contact-visits, /items",
        "/v1/contact-visits/{visit}, /visit/id",
        "/v1/contact-time?from={year}-01-01&to={year}-12-31, /items",
        "/v1/contact-coverage, /total/point",
        "/v1/first-secretaries, /items",
        "/v1/first-secretaries/{posting}, /posting/id",
        "/v1/first-secretaries/coverage?tier=VILLAGE, /items/0/covered",
        "/v1/work-teams, /items",
        "/v1/work-teams/{team}, /team/id",
        "/v1/grid-places?kind=HOUSEHOLD, /items",
        "/v1/grid-places/{household}, /id",
        "/v1/grid-places/{household}/volunteers, ''",
        "/v1/grid-rates, /total",
        "/v1/temporary-units, /items",
        "/v1/temporary-units/{branch}, /unit/id",
        "/v1/units/{branch}/elections, /items",
        "/v1/elections/{election}, /id",
        "/v1/cobuilding-needs, /items",
        "/v1/cobuilding-resources?side=PROVIDER, /items",
        "/v1/cobuilding-projects?side=PROVIDER, /items",
        "/v1/cobuilding-projects/{project}, /project/id",
        "/v1/chains, /items",
        "/v1/chains/{chain}, /id",
    })
    void aCommitteeSeesWhatItSupervisesAndNobodyElseDoes(String door, String something) {
        String path = path(door);
        String byLine = path + (path.contains("?") ? "&" : "?") + "by=LINE";

        assertThat(shows(committee, byLine, something)).as("the committee").isTrue();
        assertThat(shows(committee, path, something)).as("its own block").isFalse();
        assertThat(shows(second, byLine, something)).as("another committee").isFalse();
        assertThat(shows(other, byLine, something)).as("one of another county").isFalse();
        assertThat(shows(elsewhere, path, something)).as("another county").isFalse();
        assertThat(ask(elsewhere, byLine).problem()).isEqualTo("scope.no-line");
    }

    /** What is judged of people of villages, and who is on a chain, is the territory's though a line has to do with it. */
    @ParameterizedTest
    @CsvSource({
        "/v1/filings, /items",
        "/v1/filings/{filing}, /id",
        "/v1/reserve-cadres, /items",
        "/v1/reserve-cadres/{cadre}, /cadre/id",
        "/v1/secretary-adjustments, /items",
        "/v1/chains/{chain}/links, /items",
    })
    void aCommitteeIsToldNothingThatIsTheTerritorys(String door, String something) {
        String path = path(door);

        assertThat(ask(committee, path + "?by=LINE").problem()).isEqualTo("scope.block-only");
        assertThat(shows(committee, path, something)).as("its own block").isFalse();
        assertThat(shows(county, path, something)).as("the county").isTrue();
    }

    private String path(String door) {
        String path = door.replace("{year}", String.valueOf(TODAY.getYear()));
        for (var id : ids.entrySet()) path = path.replace(id.getKey(), String.valueOf(id.getValue()));
        return path;
    }

    private boolean shows(long caller, String path, String something) {
        Api.Answer answer = ask(caller, path);
        if (answer.status() == 404) return false;
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var found = answer.json().at(something);
        return found.isContainer() ? !found.isEmpty() : found.asLong(0) > 0;
    }
}
