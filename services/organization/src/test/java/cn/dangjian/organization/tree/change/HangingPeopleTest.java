package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.abolish;
import static cn.dangjian.organization.tree.change.Changes.merge;
import static cn.dangjian.organization.tree.change.Changes.move;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who serves units that end or move: teams, those who were sent, officials, those who answer for a weak one. */
@ServiceTest
class HangingPeopleTest extends TwoVillages {

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
        assertThat(as("0101", "/v1/weak-cases/" + second).path("ended").asBoolean())
                .isTrue();
        var going = as("0101", "/v1/weak-cases/" + first);
        assertThat(going.path("ended").asBoolean()).isFalse();
        assertThat(going.path("history").findValuesAsString("step")).contains("HANDED_OVER", "JOINED");
        assertThat(told(first)).as("each time as a newer version").isEqualTo("2 false, 3 false");
        assertThat(told(second)).isEqualTo("2 true");
        assertThat(hung.count("select count(*) from case_file where id = ? and state = 'WITHDRAWN'", filing))
                .isOne();
        assertThat(hung.count("select count(*) from case_file where id = ? and other_unit_id = ?", project, heir))
                .isOne();
        refused(abolish(heir), TODAY, 409, "change.still-open");
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
    }

    @Test
    void aCandidateGoesToTheHeirOrEndsWithItsUnit() {
        long candidate = hung.candidate(gone);
        long alone = hung.candidate(unit("0101100203"));

        made(merge(List.of(gone), heir), DAY);
        made(abolish(unit("0101100203")), DAY.plusDays(1));

        var goesOn = as("0101", "/v1/weak-candidates/" + candidate);
        assertThat(goesOn.path("unit").asLong()).isEqualTo(heir);
        assertThat(goesOn.path("graded").asLong()).isEqualTo(gone);
        assertThat(goesOn.path("journal").findValuesAsString("step")).containsExactly("HANDED_OVER");
        assertThat(goesOn.path("journal").toString()).contains(REASON);
        assertThat(as("0101", "/v1/weak-candidates/" + alone).path("ended").asBoolean())
                .isTrue();
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

    private String told(long weakCase) {
        return jdbc.sql("""
            select group_concat(version, ' ', json_unquote(json_extract(data, '$.ended')) order by id separator ', ')
              from outbox where type = 'organization.weak-case-changed.v1' and event_key = ?\
            """).param("case:" + weakCase).query(String.class).single();
    }

    @Test
    void whoLeftTheReserveAfterTheDayOfALateMergeLeftThatOfTheHeir() {
        hung.people(gone);
        jdbc.sql("update reserve_cadre set left_on = ? where unit_id = ?")
                .params(TODAY.minusDays(1), gone)
                .update();

        made(merge(List.of(gone), heir), DAY);

        assertThat(hung.count(
                        "select count(*) from reserve_cadre where unit_id = ? and left_on = ?",
                        heir,
                        TODAY.minusDays(1)))
                .isOne();
        hung.assertThatNothingOpenIsAtUnitsThatAreGone();
    }
}
