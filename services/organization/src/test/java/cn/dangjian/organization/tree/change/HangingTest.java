package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.abolish;
import static cn.dangjian.organization.tree.change.Changes.establish;
import static cn.dangjian.organization.tree.change.Changes.merge;
import static cn.dangjian.organization.tree.change.Changes.move;
import static cn.dangjian.organization.tree.change.Changes.part;
import static cn.dangjian.organization.tree.change.Changes.rename;
import static cn.dangjian.organization.tree.change.Changes.split;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.period.Midnight;
import cn.dangjian.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What hangs on units that end or move goes on with others, or ends, as {@code hanging.properties} says. */
@ServiceTest
class HangingTest extends TenDays {

    private static final LocalDate BEGIN = TODAY.minusDays(9);
    private static final LocalDate DAY = TODAY.minusDays(2);
    private static final String REASON = "合并 虚组〔2026〕1号";

    private static long numbers = 70_000_000;

    private Hung hung;
    private long gone;
    private long heir;

    @BeforeEach
    void twoVillages() {
        numbers += 10_000;
        hung = new Hung(jdbc, BEGIN, numbers);
        gone = unit("0101100201");
        heir = unit("0101100202");
    }

    private JsonNode as(String who, String path) {
        var answer = api.get(path).as(tokens.at(unit(who))).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private long open(String table, long unit) {
        return hung.count("select count(*) from " + table + " where unit_id = ? and ended_on is null", unit);
    }

    @Test
    void whatLayAtAMergedVillageLiesAtItsHeirFromThatDayOn() {
        long company = hung.registered(gone);
        String coverage = "/v1/coverage?unit=" + unit("0101100") + "&asOf=";
        var before = as("0101100", coverage + DAY.minusDays(1)).path("total");

        made(merge(List.of(gone), heir), DAY);

        var now = as("0101100", "/v1/register-units/" + company);
        assertThat(now.path("placeId").asLong()).isEqualTo(heir);
        assertThat(now.at("/cover/partyUnitId").asLong()).isEqualTo(heir);
        assertThat(now.path("state").asString()).isEqualTo("COVERED");
        var then = as("0101100", "/v1/register-units/" + company + "?asOf=" + DAY.minusDays(1));
        assertThat(then.path("placeId").asLong()).isEqualTo(gone);
        assertThat(then.at("/cover/partyUnitId").asLong()).isEqualTo(gone);
        assertThat(as("0101100", coverage + TODAY).path("total")).isEqualTo(before);
        assertThat(as("0101100", coverage + DAY.minusDays(1)).path("total")).isEqualTo(before);
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
    }

    @Test
    void theTeamOfAMergedVillageEndsAndIsStillThereForTheDayBefore() {
        hung.team(gone);
        hung.people(gone);

        made(merge(List.of(gone), heir), DAY);

        var before = as("0101100", "/v1/units/" + gone + "/team?asOf=" + DAY.minusDays(1));
        assertThat(before.path("seats")).hasSize(1);
        assertThat(before.path("session").hasNonNull("id")).isTrue();
        var since = as("0101100", "/v1/units/" + gone + "/team?asOf=" + DAY);
        assertThat(since.path("seats")).isEmpty();
        assertThat(since.path("session").isNull()).isTrue();
        assertThat(since.path("posts")).isEmpty();
        assertThat(as("0101100", "/v1/units/" + gone + "/team/sessions")
                        .at("/0/endedOn")
                        .asString())
                .isEqualTo(DAY.toString());
        assertThat(api.get("/v1/units/" + gone + "/team?asOf=" + DAY.minusDays(1))
                        .as(tokens.at(unit("0121")))
                        .send()
                        .status())
                .as("another county never could see it")
                .isEqualTo(404);
        var posting = as("0101", "/v1/first-secretaries").at("/items/0");
        assertThat(posting.toString()).contains("ENDED", REASON, DAY.toString());
        assertThat(as("0101", "/v1/work-teams").at("/items/0/endReason").asString())
                .isEqualTo(REASON);
        assertThat(as("0101", "/v1/units/" + gone + "/elections")
                        .at("/items/0/closeReason")
                        .asString())
                .isEqualTo(REASON);
        assertThat(hung.count("select count(*) from reserve_cadre where unit_id = ? and left_on is null", heir))
                .isOne();
        assertThat(hung.count("select count(*) from party_staff where unit_id = ? and from_on = ?", heir, DAY))
                .isOne();
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
    }

    @Test
    void gridsGoOnWithThoseWhoStandForThem() {
        hung.grid(gone);

        made(merge(List.of(gone), heir), DAY);

        assertThat(hung.count("select count(*) from grid_place where community_id = ? and valid_to > ?", heir, TODAY))
                .isEqualTo(2);
        assertThat(hung.count("""
            select count(*) from grid_place h join grid_place g on g.id = h.parent_id
              join grid_link l on l.place_id = g.id and l.valid_to = '9999-12-31' and l.party_unit_id = ?
              join grid_volunteer v on v.place_id = h.id and v.valid_to = '9999-12-31'
             where h.community_id = ? and g.community_id = h.community_id\
            """, heir, heir)).isOne();
        assertThat(hung.count(
                        "select count(*) from grid_place where community_id = ? and valid_from = ? and valid_to = ?",
                        gone,
                        BEGIN,
                        DAY))
                .isEqualTo(2);
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
    }

    @Test
    void aContactPointIsJoinedWithThatOfTheHeirIfTheOfficialIsTheSame() {
        long same = hung.contact(unit("0101"), gone);
        hung.linked(same, heir);
        hung.contact(unit("0101"), gone);

        made(merge(List.of(gone), heir), DAY);

        assertThat(hung.count("select count(*) from contact_link where unit_id = ? and to_day is null", heir))
                .isEqualTo(2);
        assertThat(hung.count(
                        "select count(*) from contact_link where unit_id = ? and to_day = ?", gone, DAY.minusDays(1)))
                .isEqualTo(2);
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
    }

    @Test
    void aWeakCaseIsJoinedToThatOfTheHeirOrGoesOnThere() {
        long alone = unit("0101100203");
        long first = hung.weak(unit("0101"), gone, "NO_VENUE");
        long second = hung.weak(unit("0101"), alone, "TEAM_VACANT");
        long filing = hung.opened("filings", "IN_REVIEW", gone, null);
        long project = hung.opened("cobuilding-projects", "MATCHED", unit("0101001001"), gone);

        made(merge(List.of(gone), heir), DAY);
        made(merge(List.of(alone), heir), DAY.plusDays(1));

        assertThat(hung.count(
                        "select count(*) from case_file where kind = 'weak-cases' and closed_at is null and unit_id ="
                                + " ?",
                        heir))
                .isOne();
        assertThat(jdbc.sql("select type from weak_problem where case_id = ? order by type")
                        .param(first)
                        .query(String.class)
                        .list())
                .containsExactly("NO_VENUE", "TEAM_VACANT");
        assertThat(as("0101", "/v1/weak-cases/" + second).toString()).contains("ENDED", REASON);
        assertThat(hung.count("select count(*) from case_file where id = ? and state = 'WITHDRAWN'", filing))
                .isOne();
        assertThat(hung.count("select count(*) from case_file where id = ? and other_unit_id = ?", project, heir))
                .isOne();
        refused(abolish(heir), TODAY, 409, "change.still-open");
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
    }

    @Test
    void whatAnAbolishedVillageHadEndsOrIsAtItsTownship() {
        long company = hung.registered(gone);
        hung.grid(gone);
        hung.team(gone);
        hung.people(gone);
        hung.field(gone);
        hung.contact(unit("0101"), gone);

        made(abolish(gone), DAY);

        var now = as("0101100", "/v1/register-units/" + company);
        assertThat(now.path("placeId").asLong()).isEqualTo(unit("0101100"));
        assertThat(now.path("cover").isNull()).isTrue();
        assertThat(open("first_secretary", gone)).isZero();
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
    }

    @Test
    void whatASplitVillageHadIsAtTheFirstPart() {
        long company = hung.registered(gone);
        hung.field(gone);

        made(
                split(
                        gone,
                        false,
                        List.of(
                                part(code("0101100211"), "虚构东村", List.of()),
                                part(code("0101100212"), "虚构西村", List.of()))),
                DAY);

        assertThat(as("0101100", "/v1/register-units/" + company)
                        .path("placeId")
                        .asLong())
                .isEqualTo(unit("0101100211"));
        assertThat(hung.count("select count(*) from venue where unit_id = ?", unit("0101100211")))
                .isOne();
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
    }

    @Test
    void officialsOfTheOldCountyHaveNoContactPointsInATownshipThatHasLeft() {
        long town = unit("0101100");
        hung.contact(unit("0101"), gone);
        long own = hung.contact(town, gone);
        hung.contact(unit("01"), gone);
        hung.team(gone);

        made(move(town, unit("0121")), DAY);

        assertThat(hung.count("select count(*) from contact_link where unit_id = ? and to_day is null", gone))
                .isEqualTo(2);
        assertThat(hung.count("select count(*) from contact_link where leader_id = ? and to_day is null", own))
                .isOne();
        assertThat(as("0101", "/v1/units/" + gone + "/team?asOf=" + DAY.minusDays(1))
                        .path("seats"))
                .as("whose it was then")
                .hasSize(1);
        assertThat(api.get("/v1/units/" + gone + "/team")
                        .as(tokens.at(unit("0101")))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(as("0121", "/v1/units/" + gone + "/team").path("seats")).hasSize(1);
    }

    @Test
    void whatLeavesTheTerritoryOfItsKeeperLeavesTheChain() {
        long town = unit("0101100");
        long company = hung.registered(gone);
        long ofCounty = hung.chain(unit("0101"), company, gone);
        long ofCity = hung.chain(unit("01"), company, gone);
        made(establish(unit("0101"), code("0101-I"), "虚构行业党委", "INDUSTRY_COMMITTEE"), BEGIN);
        made(establish(unit("01"), code("01-I"), "虚构市行业党委", "INDUSTRY_COMMITTEE"), BEGIN);
        hung.lookedAfter(company, unit("0101-I"));
        hung.lookedAfter(company, unit("01-I"));

        made(move(town, unit("0121")), DAY);

        for (String table : List.of("chain_link", "chain_party")) {
            assertThat(hung.count(
                            "select count(*) from " + table + " where chain_id = ? and valid_to = ?", ofCounty, DAY))
                    .as(table)
                    .isOne();
            assertThat(hung.count(
                            "select count(*) from " + table + " where chain_id = ? and valid_to > ?", ofCity, TODAY))
                    .as(table)
                    .isOne();
        }
        var left = as("0101", "/v1/chains/" + ofCounty);
        assertThat(left.hasNonNull("leaderId")).isFalse();
        assertThat(hung.count("select count(*) from chain_state where chain_id = ? and leader_id is null", ofCounty))
                .isOne();
        assertThat(hung.count("select count(*) from chain_state where chain_id = ? and leader_id = ?", ofCity, company))
                .isOne();
        assertThat(jdbc.sql("select party_unit_id from register_link where register_id = ? and role = 'LINE' and"
                                + " valid_to > ?")
                        .params(company, TODAY)
                        .query(Long.class)
                        .list())
                .containsExactly(unit("01-I"));
    }

    @Test
    void aHeirThatIsMergedTheDayAfterHandsOnWhatItGot() {
        long last = unit("0101100203");
        long company = hung.registered(gone);
        hung.field(gone);
        made(merge(List.of(gone), heir), TODAY.plusDays(1));
        made(merge(List.of(heir), last), TODAY.plusDays(2));
        var midnight = new Midnight(tree, jdbc);

        midnight.strike(TODAY.plusDays(2));

        assertThat(jdbc.sql("select place_id from register_state where register_id = ? order by valid_from")
                        .param(company)
                        .query(Long.class)
                        .list())
                .containsExactly(gone, heir, last);
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
        midnight.backToToday();
    }

    @Test
    void aMergeThatWasWrittenDownLateFindsTheHeirOfTheHeir() {
        long last = unit("0101100203");
        long company = hung.registered(gone);
        made(merge(List.of(heir), last), DAY);

        made(merge(List.of(gone), heir), DAY.minusDays(1));

        assertThat(jdbc.sql("select place_id from register_state where register_id = ? order by valid_from")
                        .param(company)
                        .query(Long.class)
                        .list())
                .containsExactly(gone, heir, last);
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
    }

    @Test
    void whatWasProposedOfAVillageThatHasEndedIsOver() {
        var proposed = changes.propose("", rename(gone, "虚构新名"), TODAY);

        made(abolish(gone), TODAY);

        var said = get("/v1/changes/" + proposed.json().path("id").asLong());
        assertThat(said.path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(said.path("note").asString()).isEqualTo("撤销 虚组〔2026〕1号");
    }
}
