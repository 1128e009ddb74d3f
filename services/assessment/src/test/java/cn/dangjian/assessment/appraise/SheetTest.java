package cn.dangjian.assessment.appraise;

import static cn.dangjian.assessment.appraise.Debriefing.role;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Scored;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One sheet for each voter and object: named from above, unread from below. */
class SheetTest extends RunningAssessment {

    private Debriefing debriefing(int townships) {
        return new Debriefing(api, tokens, jdbc, scored, townships);
    }

    private static List<String> sheets(Debriefing debriefing, long township) {
        return debriefing.rows("select concat_ws(' ', account, version, points) from sheet where appraised_id = "
                + debriefing.object(township) + " order by account, version");
    }

    @Test
    void canBeChangedUntilTheVoteCloses() {
        var debriefing = debriefing(2);
        long township = debriefing.townships.getFirst();
        long county = debriefing.county;
        debriefing.reporting(debriefing.plan());
        assertThat(debriefing.give(township, "90", county, county).problem()).isEqualTo("sheet.not-open");
        debriefing.take("voting");

        var given = debriefing.give(township, "90.5", county, county);
        assertThat(given.json().path("points").asString()).isEqualTo("90.50");
        assertThat(debriefing
                        .give(township, "90.50", county, county)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(debriefing
                        .give(township, "80", county, county)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(debriefing.give(township, "100.01", county, county).problem())
                .isEqualTo("sheet.points-over");

        assertThat(sheets(debriefing, township)).containsExactly(county + " 1 9050", county + " 2 8000");
        debriefing.take("closing");
        assertThat(debriefing.give(township, "100", county, county).problem()).isEqualTo("sheet.closed");
        assertThat(sheets(debriefing, township)).hasSize(2);
    }

    @Test
    void isNotTakenAfterItsLastDay() {
        var debriefing = debriefing(1);
        debriefing.voting(debriefing.plan(debriefing.leaders(100)));
        jdbc.sql("update appraisal set vote_until = :day where id = :id")
                .param("day", Scored.TODAY.minusDays(1))
                .param("id", debriefing.campaign)
                .update();

        assertThat(debriefing
                        .give(debriefing.townships.getFirst(), "90", debriefing.county, debriefing.county)
                        .problem())
                .isEqualTo("sheet.too-late");
    }

    @Test
    void staysWhenTheVoterLosesHisPostAndSaysSo() {
        var debriefing = debriefing(2);
        long township = debriefing.townships.getFirst();
        long stays = Scored.next();
        long leaves = Scored.next();
        debriefing.post(debriefing.county, stays);
        debriefing.post(debriefing.county, leaves);
        debriefing.voting(debriefing.plan());
        debriefing.give(township, "70", debriefing.county, stays);

        debriefing.lose(debriefing.county, stays);
        debriefing.lose(debriefing.county, leaves);

        assertThat(debriefing.give(township, "60", debriefing.county, leaves).problem())
                .isEqualTo("sheet.post-lost");
        assertThat(debriefing.give(township, "60", debriefing.county, stays).problem())
                .isEqualTo("sheet.post-lost");
        var turnout = debriefing
                .read("/v1/appraisals/" + debriefing.campaign + "/turnout", debriefing.county)
                .path("turnouts")
                .valueStream()
                .filter(one -> one.path("id").asLong() == debriefing.object(township)
                        && one.path("role").asString().equals("LEADERS"))
                .findFirst()
                .orElseThrow();
        assertThat(turnout.path("entitled").asInt()).isEqualTo(3);
        assertThat(turnout.path("given").asInt()).isEqualTo(1);
        assertThat(turnout.path("lost").asInt()).isEqualTo(1);
        debriefing.take("closing");
        var sheet = debriefing
                .read("/v1/appraised-units/" + debriefing.object(township) + "/sheets", debriefing.county)
                .at("/sheets/0");
        assertThat(sheet.path("account").asLong()).isEqualTo(stays);
        assertThat(sheet.path("points").asString()).isEqualTo("70.00");
        assertThat(sheet.path("postHeld").asBoolean()).isFalse();
    }

    @Test
    void hasOneNumberForEachCriterionIfThereAreAny() {
        var debriefing = debriefing(1);
        long township = debriefing.townships.getFirst();
        var plan = debriefing.plan(debriefing.leaders(100));
        plan.put(
                "criteria",
                List.of(
                        Map.of("code", "WORK", "name", "抓党建实绩", "most", "60"),
                        Map.of("code", "TEAM", "name", "班子建设", "most", "40")));
        debriefing.voting(plan);
        String path = "/v1/appraised-units/" + debriefing.object(township) + "/sheet";
        long county = debriefing.county;

        assertThat(debriefing.give(township, "90", county, county).problem()).isEqualTo("sheet.marks-unfit");
        assertThat(debriefing
                        .put(path, Map.of("marks", Map.of("WORK", "60")), county, county)
                        .problem())
                .isEqualTo("sheet.marks-unfit");
        assertThat(debriefing
                        .put(path, Map.of("marks", Map.of("WORK", "60", "TEAM", "40.01")), county, county)
                        .problem())
                .isEqualTo("sheet.points-over");
        var given = debriefing.put(path, Map.of("marks", Map.of("WORK", "55.5", "TEAM", "30")), county, county);
        assertThat(given.json().path("points").asString()).isEqualTo("85.50");
        debriefing.take("closing");
        var part = debriefing
                .read("/v1/appraised-units/" + debriefing.object(township) + "/tally", county)
                .at("/parts/0");
        assertThat(part.at("/criteria/WORK").asString()).isEqualTo("55.50");
    }

    /** Neither the owner, nor the object, nor whoever is above, nor who has given it: from any door. */
    @Test
    void isReadByNobodyIfItComesFromBelow() {
        var debriefing = debriefing(2);
        long township = debriefing.townships.getFirst();
        var villages = debriefing.villages(township, 6);
        debriefing.voting(debriefing.plan(debriefing.leaders(60), role("BELOW", "BELOW", 40)));
        String path = "/v1/appraised-units/" + debriefing.object(township);
        long voter = villages.getFirst();
        assertThat(debriefing
                        .put(path + "/sheet", Map.of("points", "12.34", "comment", "官僚"), voter, voter)
                        .problem())
                .isEqualTo("sheet.comment-unfit");

        var given = debriefing.give(township, "12.34", voter, voter);

        assertThat(given.json().path("version").asInt()).isEqualTo(1);
        assertThat(given.json().path("points").isNull()).isTrue();
        for (long other : villages.subList(1, 6)) debriefing.given(township, "79.99", other);
        debriefing.given(township, "90", debriefing.county);
        debriefing.take("closing");
        String campaign = "/v1/appraisals/" + debriefing.campaign;
        var doors = List.of(
                campaign,
                campaign + "/ballots",
                campaign + "/turnout",
                campaign + "/tally",
                campaign + "/grades",
                path + "/sheets",
                path + "/tally",
                path + "/report",
                path + "/rectifications");
        for (long reader : List.of(Province.CITY, debriefing.county, township, voter)) {
            var read = doors.stream()
                    .map(door -> debriefing.get(door, reader, reader).body())
                    .toList();
            assertThat(read).noneMatch(body -> body.contains("12.34"));
        }
        var named = debriefing.read(path + "/sheets", debriefing.county).path("sheets");
        assertThat(named.valueStream().map(one -> one.path("role").asString())).containsExactly("LEADERS");
        assertThat(debriefing.get(path + "/sheets", township, township).problem())
                .isEqualTo("sheet.not-owner");
        assertThat(debriefing.get(path + "/sheets", Province.CITY, 1).problem()).isEqualTo("sheet.not-owner");
        assertThat(debriefing.get(path + "/tally", voter, voter).problem()).isEqualTo("tally.not-shown");
        assertThat(debriefing.read(path + "/tally", township).at("/parts/1/sum").asString())
                .isEqualTo("412.29");
    }

    @Test
    void isOneWhenTheSameIsSentTwiceAtOnce() {
        var debriefing = debriefing(1);
        long township = debriefing.townships.getFirst();
        debriefing.voting(debriefing.plan(debriefing.leaders(100)));

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> debriefing.give(township, "77", debriefing.county, debriefing.county)))
                .limit(6)
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).map(Api.Answer::status))
                .containsOnly(200);
        assertThat(sheets(debriefing, township)).containsExactly(debriefing.county + " 1 7700");
    }

    /** Many at once, a third of them sent again as if the answer had been lost: none is lost, none is there twice. */
    @Test
    void areAllThereWhenManyAreGivenAtOnce() throws InterruptedException, ExecutionException {
        var debriefing = debriefing(20);
        var voters = IntStream.range(0, 30).mapToObj(each -> Scored.next()).toList();
        for (long voter : voters) debriefing.post(debriefing.county, voter);
        debriefing.voting(debriefing.plan(debriefing.leaders(100)));
        var objects = debriefing.townships.stream().map(debriefing::object).toList();
        var calls = new ArrayList<Callable<Integer>>();
        for (long voter : voters) {
            for (long object : objects) {
                Callable<Integer> call = () -> debriefing
                        .put(
                                "/v1/appraised-units/" + object + "/sheet",
                                Map.of("points", String.valueOf((voter + object) % 101)),
                                debriefing.county,
                                voter)
                        .status();
                calls.add(call);
                if (calls.size() % 4 == 3) calls.add(call);
            }
        }
        Collections.shuffle(calls, new Random(7));
        assertThat(calls.size()).isGreaterThan(790);

        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var answer : threads.invokeAll(calls)) assertThat(answer.get()).isEqualTo(200);
        }

        var stored = debriefing.rows("""
            select concat_ws(' ', s.account, s.appraised_id, s.version, s.points) from sheet s
              join appraised a on a.id = s.appraised_id where a.appraisal_id = %d\
            """.formatted(debriefing.campaign));
        var expected = new ArrayList<String>();
        for (long voter : voters)
            for (long object : objects) expected.add(voter + " " + object + " 1 " + (voter + object) % 101 * 100);
        assertThat(stored).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Whoever closes waits for those that are being given; what is behind finds it closed. */
    @Test
    void areCountedExactlyIfTheyWereTakenBeforeTheClose() {
        var debriefing = debriefing(1);
        long township = debriefing.townships.getFirst();
        var voters = IntStream.range(0, 24).mapToObj(each -> Scored.next()).toList();
        for (long voter : voters) debriefing.post(debriefing.county, voter);
        debriefing.voting(debriefing.plan(debriefing.leaders(100)));

        var answers = new ArrayList<CompletableFuture<Api.Answer>>();
        for (long voter : voters) {
            answers.add(CompletableFuture.supplyAsync(() -> debriefing.give(township, "50", debriefing.county, voter)));
            if (answers.size() == 12)
                answers.add(CompletableFuture.supplyAsync(
                        () -> debriefing.step("closing", Map.of(), debriefing.county, debriefing.county)));
        }
        var all = answers.stream().map(CompletableFuture::join).toList();
        long taken = all.stream().filter(answer -> answer.status() == 200).count() - 1;

        assertThat(all.stream().filter(answer -> answer.status() != 200).map(Api.Answer::problem))
                .allMatch("sheet.closed"::equals);
        assertThat(debriefing
                        .read("/v1/appraised-units/" + debriefing.object(township) + "/tally", debriefing.county)
                        .at("/parts/0/given")
                        .asLong())
                .isEqualTo(taken);
    }
}
