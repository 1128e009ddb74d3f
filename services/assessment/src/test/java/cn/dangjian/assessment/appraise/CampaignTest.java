package cn.dangjian.assessment.appraise;

import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.appraise.Debriefing.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Said;
import cn.dangjian.assessment.Scored;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A county has its townships debrief: who, whose sheets count, and each step on its day. */
class CampaignTest extends RunningAssessment {

    private Debriefing debriefing(int townships) {
        return new Debriefing(api, tokens, jdbc, scored, townships);
    }

    @Test
    void goesStepByStepAndIsSeenByWhoeverTakesPart() {
        var debriefing = debriefing(2);
        long township = debriefing.townships.getFirst();
        var drafted = debriefing.draft(debriefing.plan());
        assertThat(drafted.status()).as(drafted.toString()).isEqualTo(201);
        debriefing.campaign = drafted.json().path("id").asLong();
        String path = "/v1/appraisals/" + debriefing.campaign;
        assertThat(debriefing.get(path, township, township).problem()).isEqualTo("appraisal.unknown");
        assertThat(debriefing.step("voting", Map.of(), debriefing.county, 1).problem())
                .isEqualTo("appraisal.wrong-state");
        assertThat(debriefing.step("reporting", Map.of(), Province.CITY, 1).problem())
                .isEqualTo("appraisal.not-yours");

        debriefing.take("reporting");

        assertThat(debriefing.read(path, township).path("units").size()).isEqualTo(2);
        assertThat(debriefing.read(path, township).path("journal").size()).isZero();
        assertThat(debriefing.step("voting", Map.of(), township, township).problem())
                .isEqualTo("appraisal.unknown");
        assertThat(debriefing.get(path, Province.OTHER_COUNTY, 1).problem()).isEqualTo("appraisal.unknown");
        assertThat(debriefing.put(path, debriefing.plan(), debriefing.county, 1).problem())
                .isEqualTo("appraisal.wrong-state");
        debriefing.take("voting").take("closing");
        assertThat(debriefing.read(path, debriefing.county).path("state").asString())
                .isEqualTo("CLOSED");
        assertThat(debriefing
                        .read("/v1/appraisals?limit=200", township)
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("id").asLong()))
                .containsExactly(debriefing.campaign);
    }

    @Test
    void isOneForAYearAndAKindOfObjects() {
        var debriefing = debriefing(1);
        var answers = Stream.of(1, 2)
                .map(each -> CompletableFuture.supplyAsync(
                        () -> debriefing.draft(debriefing.plan()).status()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409);
        assertThat(debriefing.draft(debriefing.plan()).problem()).isEqualTo("appraisal.opened-already");
        var next = debriefing.plan();
        next.put("year", Scored.YEAR + 1);
        assertThat(debriefing.draft(next).status()).isEqualTo(201);
    }

    /** One thing of a plan is other than it should be. */
    private static Map<String, Object> other(Map<String, Object> plan, String key, Object value) {
        var other = new HashMap<>(plan);
        other.put(key, value);
        return other;
    }

    @Test
    void beginsWithNothingThatDoesNotFitTogether() {
        var debriefing = debriefing(2);
        var plan = debriefing.plan();
        long township = debriefing.townships.getFirst();
        var posts = debriefing.leaders(100);
        posts.put("posts", List.of(Map.of("unit", township, "duty", "office")));
        var foreign = debriefing.leaders(100);
        foreign.put("posts", List.of(Map.of("unit", Province.OTHER_COUNTY, "duty", "office")));
        var unfit = role("BELOW", "BELOW", 100);
        unfit.put("tier", "COUNTY");
        var cases = Map.of(
                other(plan, "objects", "VILLAGES"), "appraisal.wrong-tier",
                other(plan, "except", List.of(Province.TOWNSHIP)), "appraisal.unit-other",
                other(plan, "except", debriefing.townships), "appraisal.nobody",
                other(plan, "voteUntil", TODAY.minusDays(1).toString()), "appraisal.wrong-days",
                other(plan, "belowLeast", 4), "appraisal.too-few",
                debriefing.plan(debriefing.leaders(99)), "appraisal.weights-off",
                debriefing.plan(debriefing.leaders(60), debriefing.leaders(40)), "appraisal.code-twice",
                debriefing.plan(unfit), "appraisal.role-unfit",
                debriefing.plan(posts), "appraisal.post-unfit",
                debriefing.plan(foreign), "appraisal.post-unfit");

        cases.forEach((wrong, problem) -> assertThat(debriefing.draft(wrong).problem())
                .as(wrong.toString())
                .isEqualTo(problem));
        var criteria = List.of(Map.of("code", "WORK", "name", "工作", "most", "99.90"));
        assertThat(debriefing.draft(other(plan, "criteria", criteria)).problem())
                .isEqualTo("appraisal.criteria-off");
        assertThat(debriefing.rows("select id from appraisal where unit_id = " + debriefing.county))
                .isEmpty();
    }

    @Test
    void takesNoStepBeforeItsDay() {
        var debriefing = debriefing(1);
        var plan = debriefing.plan(debriefing.leaders(100));
        String tomorrow = TODAY.plusDays(1).toString();
        plan.put("voteFrom", tomorrow);
        plan.put("voteUntil", tomorrow);
        debriefing.reporting(plan);

        var early = debriefing.step("voting", Map.of(), debriefing.county, 1);
        assertThat(early.problem()).isEqualTo("appraisal.too-early");
        assertThat(early.json().path("detail").asString()).contains(tomorrow);
        days(debriefing, "vote_from", TODAY);
        debriefing.take("voting");
        assertThat(debriefing.step("closing", Map.of(), debriefing.county, 1).problem())
                .isEqualTo("appraisal.too-early");
        var shorter = Map.of("reportsUntil", TODAY.toString(), "voteUntil", TODAY.toString(), "reason", "提前");
        assertThat(debriefing.step("extension", shorter, debriefing.county, 1).problem())
                .isEqualTo("appraisal.wrong-days");
        var longer = Map.of(
                "reportsUntil", TODAY.toString(), "voteUntil", TODAY.plusDays(9).toString(), "reason", "汛情");
        assertThat(debriefing
                        .step("extension", longer, debriefing.county, 1)
                        .json()
                        .path("voteUntil")
                        .asString())
                .isEqualTo(TODAY.plusDays(9).toString());
        var open = debriefing.read("/v1/cases?limit=200", debriefing.county).at("/items/0");
        assertThat(open.path("kind").asString()).isEqualTo("appraisals");
        assertThat(open.path("due").asString()).isEqualTo(TODAY.plusDays(9).toString());
    }

    private void days(Debriefing debriefing, String column, LocalDate day) {
        jdbc.sql("update appraisal set " + column + " = :day where id = :id")
                .param("day", day)
                .param("id", debriefing.campaign)
                .update();
    }

    @Test
    void fixesWhoTakesPartWhenTheVoteOpens() {
        var debriefing = debriefing(2);
        long here = debriefing.townships.get(0);
        long there = debriefing.townships.get(1);
        var villages = debriefing.villages(here, 2);
        debriefing.villages(there, 1);
        long gone = Scored.next();
        debriefing.post(debriefing.county, gone);
        debriefing.lose(debriefing.county, gone);
        long both = Scored.next();
        debriefing.post(debriefing.county, both);
        debriefing.post(here, both);
        long between = Scored.next();
        debriefing.post(here, between);
        debriefing.post(there, between);
        debriefing.voting(
                debriefing.plan(debriefing.leaders(50), role("PEERS", "PEERS", 20), role("BELOW", "BELOW", 30)));
        long late = Scored.next();
        debriefing.post(debriefing.county, late);
        assertThat(debriefing.rows("select unit_id from ballot where account = " + both))
                .as("of the other object by what he holds at the county, of the one where he is himself by nothing")
                .containsExactly(String.valueOf(debriefing.county));
        assertThat(debriefing.rows("select unit_id from ballot where account = " + between))
                .isEmpty();

        // the county of both, each township of the other one, villages of their own
        assertThat(ballots(debriefing, debriefing.county)).containsExactly(here + " LEADERS", there + " LEADERS");
        assertThat(ballots(debriefing, here)).containsExactly(there + " PEERS");
        assertThat(ballots(debriefing, villages.getFirst())).containsExactly(here + " BELOW");
        assertThat(debriefing.give(here, "90", debriefing.county, gone).problem())
                .isEqualTo("sheet.not-voter");
        assertThat(debriefing.give(here, "90", debriefing.county, late).problem())
                .isEqualTo("sheet.not-voter");
        assertThat(debriefing.give(here, "90", here, here).problem()).isEqualTo("sheet.not-voter");
        assertThat(debriefing
                        .give(there, "90", villages.getFirst(), villages.getFirst())
                        .problem())
                .isEqualTo("appraised.unknown");
    }

    private static List<String> ballots(Debriefing debriefing, long unit) {
        return debriefing
                .read("/v1/appraisals/" + debriefing.campaign + "/ballots", unit)
                .path("ballots")
                .valueStream()
                .map(one -> one.path("unit").asLong() + " " + one.path("role").asString())
                .toList();
    }

    @Test
    void doesNotOpenAVoteInWhichARoleHasNobody() {
        var debriefing = debriefing(1);
        debriefing.reporting(debriefing.plan(debriefing.leaders(50), role("BELOW", "BELOW", 50)));

        assertThat(debriefing.step("voting", Map.of(), debriefing.county, 1).problem())
                .isEqualTo("appraisal.role-empty");
        assertThat(debriefing.rows("select account from ballot where appraisal_id = " + debriefing.campaign))
                .isEmpty();
    }

    @Test
    void isOfTownshipsTooOverTheirVillagesAndOfDepartments() {
        var debriefing = debriefing(1);
        long township = debriefing.townships.getFirst();
        var villages = debriefing.villages(township, 3);
        var secretaries = role("OWN", "NAMED", 100);
        secretaries.put("posts", List.of(Map.of("unit", township, "duty", "office")));
        var plan = debriefing.plan(secretaries);
        plan.put("objects", "VILLAGES");
        plan.put("except", List.of(villages.get(0)));
        plan.put("otherMode", List.of(villages.get(1)));
        Api.Answer ofVillages = debriefing.post("/v1/appraisals", plan, township, township);

        assertThat(ofVillages.status()).as(ofVillages.toString()).isEqualTo(201);
        assertThat(ofVillages
                        .json()
                        .path("units")
                        .valueStream()
                        .map(one -> one.path("unit").asLong() + " "
                                + one.path("mode").asString()))
                .containsExactlyInAnyOrder(villages.get(1) + " WRITTEN", villages.get(2) + " ORAL");
        long department = scored.department(debriefing.county);
        var ofDepartments = debriefing.plan(debriefing.leaders(100));
        ofDepartments.put("objects", "DEPARTMENTS");
        assertThat(debriefing
                        .draft(ofDepartments)
                        .json()
                        .path("units")
                        .valueStream()
                        .map(one -> one.path("unit").asLong()))
                .containsExactly(department);
    }

    @Test
    void goesOnWithTheHeirUntilTheVoteOpens() {
        var debriefing = debriefing(4);
        var townships = debriefing.townships;
        long heir = scored.township(debriefing.county);
        debriefing.post(heir, heir);
        var next = debriefing.plan();
        next.put("year", Scored.YEAR + 1);
        long draft = debriefing.draft(next).json().path("id").asLong();
        debriefing.reporting(debriefing.plan());
        jdbc.sql("delete from appraised where appraisal_id = :id and unit_id = :heir")
                .param("id", debriefing.campaign)
                .param("heir", heir)
                .update();

        broker.send(
                ended(townships.get(0), heir),
                ended(townships.get(1), townships.get(2)),
                ended(townships.get(0), heir));

        await().atMost(Scored.PATIENCE)
                .untilAsserted(() -> assertThat(debriefing.rows("""
                    select concat_ws(' ', unit_id, from_unit, ended_on, document) from appraised where appraisal_id = %d order by id\
                    """.formatted(debriefing.campaign)))
                        .containsExactly(
                                heir + " " + townships.get(0) + " 虚民〔2026〕1号",
                                townships.get(1) + " 2026-06-30 虚民〔2026〕1号",
                                String.valueOf(townships.get(2)),
                                String.valueOf(townships.get(3))));
        debriefing.take("voting");
        broker.send(ended(townships.get(3), heir), ended(townships.get(2), heir));

        // of the draft of the next year they are no objects any more: the heir is one itself
        await().atMost(Scored.PATIENCE).untilAsserted(() -> assertThat(debriefing.rows(
                        "select unit_id from appraised where ended_on is null and appraisal_id = " + draft))
                .containsExactly(String.valueOf(heir)));
        assertThat(debriefing.rows("select unit_id from appraised where ended_on is null and appraisal_id = "
                        + debriefing.campaign))
                .contains(String.valueOf(townships.get(3)), String.valueOf(townships.get(2)));
    }

    private String ended(long unit, long heir) {
        return Said.event("organization.unit-changed.v1", "unit:" + unit, 9, """
            {"id":%d,"parentId":%d,"code":"98%d","name":"示范","tier":"TOWNSHIP","kind":"TOWNSHIP_COMMITTEE","domain":"RURAL",
             "path":"%s","validFrom":"2022-01-01","validTo":"2026-06-30","membersTo":{"unit":%d,"document":"虚民〔2026〕1号"}}\
            """.formatted(
                        unit, parent(unit), unit, scored.path(unit), heir));
    }

    private long parent(long unit) {
        return jdbc.sql("select parent_id from unit where id = :unit")
                .param("unit", unit)
                .query(Long.class)
                .single();
    }

    @Test
    void knowsWhoHoldsAPostAsIdentityTellsIt() {
        String example = EventExamples.load("identity.posts-changed.v1");

        broker.send(example, example);

        await().atMost(Scored.PATIENCE).until(() -> jdbc.sql("""
            select concat_ws(' ', post, unit_id, account, duty, active) from roster where post in (31, 32) order by post\
            """)
                .query(String.class)
                .list()
                .equals(List.of("31 11111 32 office 1", "32 11112 33 office 0")));
        broker.send(posts(3, true), posts(2, false));
        await().atMost(Scored.PATIENCE)
                .until(() -> jdbc.sql("select active from roster where post = 31 and version = 3")
                        .query(Boolean.class)
                        .optional()
                        .orElse(false));
    }

    private static String posts(long version, boolean active) {
        return Said.event("identity.posts-changed.v1", "posts:0", version, """
            {"posts":[{"post":31,"unit":11111,"account":32,"duty":"office","active":%b}]}\
            """.formatted(active));
    }
}
