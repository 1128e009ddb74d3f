package cn.dangjian.organization.field.advice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.ServiceTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ServiceTest
class AdviceApiTest extends CountedMembers {

    private static List<String> kinds(JsonNode items) {
        var kinds = new ArrayList<String>();
        items.forEach(item -> kinds.add(item.path("advice").asString()));
        return kinds;
    }

    @Test
    void tellsRuleSourceFactAndWhatMayBeDone() {
        long branch = branch(2, 1, 0);

        var item = items(county, "?level=ALARM").path(0);

        assertThat(item.path("advice").asString()).isEqualTo("JOIN");
        assertThat(item.path("subjectId").asLong()).isEqualTo(branch);
        assertThat(item.path("rule").asString()).isEqualTo("formation.branch.members.min");
        assertThat(item.path("value").asInt()).isEqualTo(3);
        assertThat(item.path("source").asString()).contains("第四条");
        assertThat(item.path("fact").asInt()).isEqualTo(2);
        assertThat(item.path("finding").asString()).isEqualTo("正式党员 2 人，不足 3 人。");
        assertThat(item.path("options").asString()).contains("联合党支部");
        var english = api.get("/v1/advice?level=ALARM")
                .as(tokens.at(county))
                .inEnglish()
                .send()
                .json();
        assertThat(english.path("items").path(0).path("finding").asString()).isEqualTo("2 full members, fewer than 3.");
    }

    @Test
    void newCountsMakeNewAdviceAndChangeNothingElse() {
        long before =
                jdbc.sql("select sum(version) from unit").query(Long.class).single();
        long branch = branch(2, 0, 0);
        assertThat(kinds(items(branch, ""))).containsExactly("JOIN", "SECRETARY_ONLY");

        count(branch, 7, 0, 0);

        assertThat(kinds(items(branch, ""))).containsExactly("BRANCH_COMMITTEE");
        assertThat(jdbc.sql("select sum(version) from unit").query(Long.class).single())
                .isEqualTo(before + 1);
    }

    @Test
    void aVillageIsAdvisedByItsBranches() {
        branch(40, 0, 0);
        branch(10, 1, 0);

        var item = items(village, "?advice=GENERAL_BRANCH").path(0);

        assertThat(item.path("subjectId").asLong()).isEqualTo(village);
        assertThat(item.path("fact").asInt()).isEqualTo(51);
    }

    @Test
    void branchesUnderAGeneralBranchAreTheVillagesToo() {
        branch(10, 1, 0);
        long general = branches.below(village, "GENERAL_BRANCH");
        count(branches.below(general, "BRANCH"), 39, 1, 0);

        var item = items(village, "?advice=GENERAL_BRANCH").path(0);
        assertThat(item.path("subjectId").asLong()).isEqualTo(village);
        assertThat(item.path("fact").asInt()).isEqualTo(51);
    }

    @Test
    void aCountySetsFromHowManyRetireesOnThereIsABranch() {
        long branch = branch(30, 0, 10);
        long unit = desk.enter(township, village, "GOVERNMENT", 30);
        desk.cover(township, unit, branch, "SINGLE", TODAY);
        assertThat(items(county, "?advice=RETIREE_BRANCH"))
                .as("no value by default")
                .isEmpty();

        var setting = new HashMap<String, Object>(
                Map.of("since", TODAY.toString(), "value", new BigDecimal(10), "document", "虚组〔2026〕3号"));
        var set = api.post("/v1/rules/formation.retiree-branch.retirees.min/settings", setting)
                .as(tokens.at(county))
                .key()
                .send();
        assertThat(set.status()).as(set.toString()).isEqualTo(204);

        var item = items(county, "?advice=RETIREE_BRANCH").path(0);
        assertThat(item.path("fact").asInt()).isEqualTo(10);
        assertThat(item.path("source").asString()).isEqualTo("虚组〔2026〕3号");
        count(branch, 30, 0, 9);
        assertThat(items(county, "?advice=RETIREE_BRANCH")).isEmpty();
        count(branch, 30, 0, 10);
        desk.link(township, unit, "RETIREE", branches.below(village, "BRANCH"), null, TODAY);
        assertThat(items(county, "?advice=RETIREE_BRANCH")).isEmpty();
    }

    @Test
    void alarmsAboutUnitsThatNobodyCovers() {
        long unit = desk.enter(township, village, "PRIVATE_ENTERPRISE", 3);
        desk.enter(township, village, "PRIVATE_ENTERPRISE", 2);

        var item = items(county, "?advice=COVER_UNIT").path(0);

        assertThat(items(county, "?advice=COVER_UNIT")).hasSize(1);
        assertThat(item.path("subject").asString()).isEqualTo("REGISTER_UNIT");
        assertThat(item.path("subjectId").asLong()).isEqualTo(unit);
        desk.cover(township, unit, branch(30, 0, 0), "SINGLE", TODAY);
        assertThat(items(county, "?advice=COVER_UNIT")).isEmpty();
    }

    @Test
    void alarmsAboutAJointBranchThatCoversTooMany() {
        long joint = branches.below(township, "JOINT_BRANCH");
        for (int i = 0; i < 6; i++) {
            long unit = desk.enter(township, village, "PRIVATE_ENTERPRISE", 1);
            desk.cover(township, unit, joint, "JOINT", TODAY);
        }

        assertThat(items(county, "?advice=TOO_MANY_UNITS").path(0).path("fact").asInt())
                .isEqualTo(6);
    }

    @Test
    void listsPageByPageInTheOrderOfTheTree() {
        branch(2, 0, 0);
        branch(1, 0, 0);
        for (long place : List.of(village, township)) {
            for (int i = 0; i < 3; i++) desk.enter(township, place, "SCHOOL", 3);
        }
        var all = ids(items(county, "?limit=200"));
        assertThat(all).hasSize(10);

        for (int limit : List.of(1, 3, 9, 10)) {
            var seen = new ArrayList<String>();
            String cursor = "";
            do {
                var page = get(county, "?limit=" + limit + "&cursor=" + cursor).json();
                seen.addAll(ids(page.path("items")));
                cursor = page.path("next").isNull() ? "" : page.path("next").asString();
            } while (!cursor.isEmpty());
            assertThat(seen).as("limit " + limit).containsExactlyElementsOf(all);
        }
    }

    private static List<String> ids(JsonNode items) {
        var ids = new ArrayList<String>();
        items.forEach(item ->
                ids.add(item.path("advice").asString() + item.path("subjectId").asLong()));
        return ids;
    }

    @Test
    void countsByChild() {
        branch(2, 0, 0);
        desk.enter(county, divisions.unit("0101001"), "SCHOOL", 3);
        desk.enter(county, divisions.unit("0101100"), "SCHOOL", 3);

        var counts = get(county, "/counts").json();

        assertThat(counts.path("total").path("JOIN").asInt()).isEqualTo(1);
        assertThat(counts.path("total").path("COVER_UNIT").asInt()).isEqualTo(2);
        assertThat(counts.path("own")).isEmpty();
        int sum = 0;
        for (var child : counts.path("children"))
            sum += child.path("counts").path("COVER_UNIT").asInt(0);
        assertThat(counts.path("children")).hasSize(2);
        assertThat(sum).isEqualTo(2);
        assertThat(get(county, "/counts?unit=" + divisions.unit("0101100"))
                        .json()
                        .path("own")
                        .path("COVER_UNIT")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?cursor=x", "?limit=0", "?limit=201", "?level=LOUD", "?advice=X", "?unit=x"})
    void refusesBadQuestions(String query) {
        assertThat(get(county, query).status()).isEqualTo(400);
    }

    @Test
    void ofAnotherCountyNothingIsSaid() {
        branch(2, 0, 0);
        desk.enter(township, village, "SCHOOL", 3);
        long stranger = divisions.unit("0201");

        assertThat(items(stranger, "")).isEmpty();
        assertThat(get(stranger, "?unit=" + village).problem()).isEqualTo("advice.unit-unknown");
        assertThat(get(stranger, "/counts?unit=" + village).problem()).isEqualTo("advice.unit-unknown");
        assertThat(get(stranger, "/counts").json().path("total")).isEmpty();
        String cursor = get(county, "?limit=1").json().path("next").asString();
        assertThat(items(stranger, "?cursor=" + cursor)).isEmpty();
        for (String path : List.of("", "/counts")) {
            assertThat(api.get("/v1/advice" + path).send().status()).isEqualTo(401);
        }
        assertThat(api.post("/v1/advice/acknowledgements", Map.of())
                        .key()
                        .send()
                        .status())
                .isEqualTo(401);
    }
}
