package cn.dangjian.task;

import static cn.dangjian.task.Ladder.DUE;
import static cn.dangjian.task.Ladder.forwarding;
import static cn.dangjian.task.Ladder.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A task goes down the ladder tier by tier, and what came of it climbs back. */
class RelayApiTest extends RunningTask {

    private Ladder ladder;

    @BeforeEach
    void aLadder(@Autowired JdbcClient jdbc) {
        ladder = new Ladder(api, tokens, jdbc);
    }

    @Test
    void goesFromTheProvinceToAVillageAndBackTierByTier() {
        var dispatches = ladder.toTheVillages();
        assertThat(ladder.state(ladder.assignment(dispatches.get(0), ladder.city)))
                .isEqualTo("BROKEN_DOWN");

        // back up: each is reviewed by whoever forwarded it
        for (int tier = 3; tier >= 0; tier--) {
            long unit = ladder.way().get(tier + 1);
            long above = ladder.way().get(tier);
            long assignment = ladder.assignment(dispatches.get(tier), unit);
            if (tier == 3) ladder.sign(assignment, unit);
            assertThat(ladder.submit(assignment, unit).status()).isEqualTo(201);
            assertThat(reviews(above)).contains(assignment);
            if (tier > 0)
                assertThat(ladder.step(assignment, "approval", ladder.way().get(tier - 1))
                                .problem())
                        .isEqualTo("assignment.not-your-review");
            assertThat(ladder.step(assignment, "approval", above).status()).isEqualTo(200);
            assertThat(reviews(above)).doesNotContain(assignment);
        }
        var handedIn = ladder.json(
                        "/v1/assignments/" + ladder.assignment(dispatches.get(1), ladder.county), ladder.county)
                .path("submissions")
                .path(0);
        assertThat(handedIn.path("parts").asInt()).isEqualTo(2);
        assertThat(handedIn.path("partsApproved").asInt()).isEqualTo(1);
    }

    @Test
    void aVillageSeesTheLineUpToTheDocumentAndNobodyBesideIt() {
        var dispatches = ladder.toTheVillages();
        long assignment = ladder.assignment(dispatches.getLast(), ladder.village);

        var lineage = ladder.json("/v1/assignments/" + assignment + "/lineage", ladder.village);

        assertThat(lineage.at("/origin/level").asString()).isEqualTo("CENTRAL");
        assertThat(lineage.at("/origin/number").asString()).isEqualTo("中发〔2026〕1号");
        assertThat(lineage.at("/origin/root").asLong()).isEqualTo(dispatches.getFirst());
        var steps = lineage.path("steps").valueStream().toList();
        assertThat(steps)
                .extracting(step -> step.path("issuer").asLong())
                .containsExactly(ladder.province, ladder.city, ladder.county, ladder.township);
        assertThat(steps)
                .extracting(step -> step.path("unit").asLong())
                .containsExactly(ladder.city, ladder.county, ladder.township, ladder.village);
        assertThat(steps)
                .extracting(step -> step.path("text").asString())
                .containsExactly("按省委文件办理。", "本级补充 " + ladder.city, "本级补充 " + ladder.county, "本级补充 " + ladder.township);
        assertThat(steps).allMatch(step -> step.path("issuedBy").asLong() > 0);
        assertThat(lineage.toString())
                .doesNotContain(String.valueOf(ladder.otherCity), String.valueOf(ladder.secondVillage));
        for (long stranger : List.of(ladder.otherCounty, ladder.thirdVillage, ladder.secondVillage, Province.COUNTY))
            assertThat(ladder.get("/v1/assignments/" + assignment + "/lineage", stranger)
                            .status())
                    .isEqualTo(404);
    }

    @Test
    void whatATierHasNotForwardedIsSeenFromAbove() {
        long root = ladder.relay(ladder.province);
        long forwarding = ladder.signAndForward(root, ladder.city);

        var first = ladder.branch(root, ladder.city, ladder.province);
        var second = ladder.branch(root, ladder.otherCity, ladder.province);
        assertThat(first.path("forwardings").asInt()).isEqualTo(1);
        assertThat(first.path("expected").asBoolean()).isFalse();
        assertThat(first.path("below").asInt()).isEqualTo(2);
        assertThat(second.path("expected").asBoolean()).isFalse(); // nobody is below it
        var county = ladder.branch(forwarding, ladder.county, ladder.province);
        assertThat(county.path("expected").asBoolean()).isTrue();
        assertThat(county.path("forwardings").asInt()).isZero();
        assertThat(ladder.json("/v1/dispatches/" + forwarding + "/tree", ladder.county)
                        .path("items"))
                .hasSize(1);
        assertThat(ladder.get("/v1/dispatches/" + root + "/tree", ladder.county).status())
                .isEqualTo(404);
        long approved = ladder.assignment(forwarding, ladder.otherCounty);
        ladder.sign(approved, ladder.otherCounty);
        ladder.submit(approved, ladder.otherCounty);
        ladder.step(approved, "approval", ladder.city);
        assertThat(ladder.branch(root, ladder.city, ladder.province)
                        .path("belowApproved")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void anEarlierDateIsFlaggedToTheTierAbove() {
        long root = ladder.relay(ladder.province);
        long assignment = ladder.assignment(root, ladder.city);
        ladder.sign(assignment, ladder.city);
        var earlier = forwarding("提前", DUE.minus(3, ChronoUnit.DAYS));

        assertThat(ladder.forward(assignment, ladder.city, earlier).problem()).isEqualTo("forwarding.reason-missing");
        assertThat(ladder.forward(assignment, ladder.city, forwarding("晚", DUE.plusSeconds(1)))
                        .problem())
                .isEqualTo("forwarding.later");
        assertThat(ladder.count("dispatch where parent_assignment_id = " + assignment))
                .isZero();
        earlier.put("earlyReason", "年底前还要汇总");
        long forwarding = id(ladder.forward(assignment, ladder.city, earlier));

        assertThat(ladder.branch(root, ladder.city, ladder.province)
                        .path("earlyReason")
                        .asString())
                .isEqualTo("年底前还要汇总");
        await().untilAsserted(() -> {
            var heard = broker.heardOf("task.dispatched.v1").stream()
                    .filter(event -> event.at("/data/dispatch").asLong() == forwarding)
                    .toList();
            assertThat(heard).hasSize(1);
            EventSchemas.validate("task.dispatched.v1", heard.getFirst().toString());
            assertThat(heard.getFirst().at("/data/earlyReason").asString()).isEqualTo("年底前还要汇总");
            assertThat(heard.getFirst().at("/data/root").asLong()).isEqualTo(root);
            assertThat(heard.getFirst().at("/data/parentAssignment").asLong()).isEqualTo(assignment);
            assertThat(heard.getFirst().at("/data/above").asLong()).isEqualTo(ladder.province);
        });
    }

    /** An app asks for the date that it was given, and the table keeps no nanoseconds. */
    @Test
    void theSameDateIsNeitherEarlierNorLater() {
        var exact = DUE.plusNanos(348_746_999);
        var body = new HashMap<String, Object>(Map.of(
                "title",
                "到纳秒",
                "text",
                "t",
                "goal",
                "g",
                "deadline",
                exact.toString(),
                "target",
                Map.of(),
                "relay",
                Map.of("mode", "RELAY")));
        long root = id(ladder.post("/v1/dispatches", ladder.city, body));
        long assignment = ladder.assignment(root, ladder.county);
        ladder.sign(assignment, ladder.county);

        var answer = ladder.forward(assignment, ladder.county, forwarding("转", exact));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("early").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"units":[111]}                              | target.outside-scope
        {"units":[%otherCounty%,%otherCity%]}        | target.outside-scope
        {"tier":"CITY"}                              | target.empty
        """)
    void refusesWhatIsNotBelow(String target, String code) {
        long root = ladder.relay(ladder.province);
        long assignment = ladder.assignment(root, ladder.city);
        ladder.sign(assignment, ladder.city);
        var body = """
            {"text":"t","deadline":"%s","target":%s}\
            """.formatted(
                DUE,
                target.replace("%otherCounty%", "" + ladder.otherCounty).replace("%otherCity%", "" + ladder.otherCity));

        assertThat(ladder.post("/v1/assignments/" + assignment + "/forwardings", ladder.city, body)
                        .problem())
                .isEqualTo(code);
        assertThat(ladder.state(assignment)).isEqualTo("SIGNED");
    }

    @Test
    void onlyWhoHasItForwardsItAndOnlyOnceItIsSigned() {
        long root = ladder.relay(ladder.province);
        long assignment = ladder.assignment(root, ladder.city);
        var body = forwarding("转", DUE);

        assertThat(ladder.forward(assignment, ladder.city, body).problem()).isEqualTo("assignment.not-signed");
        ladder.sign(assignment, ladder.city);
        assertThat(ladder.forward(assignment, ladder.province, body).status()).isEqualTo(404);
        assertThat(ladder.forward(assignment, ladder.otherCity, body).status()).isEqualTo(404);
        assertThat(ladder.forward(assignment, ladder.city, Map.of("text", " ", "deadline", DUE.toString()))
                        .problem())
                .isEqualTo("body.invalid");
        ladder.submit(assignment, ladder.city);
        assertThat(ladder.forward(assignment, ladder.city, body).problem()).isEqualTo("assignment.under-review");
    }

    /** Whom it reaches is said before anything is sent, and who directly below gets nothing. */
    @Test
    void aForwardingIsPreviewedAsItWouldGo() {
        long branch = ladder.unit(ladder.township, 5);
        long root = ladder.relay(ladder.county);
        long assignment = ladder.assignment(root, ladder.township);
        assertThat(preview(assignment, ladder.township, DUE).problem()).isEqualTo("assignment.not-signed");
        ladder.sign(assignment, ladder.township);

        var preview = preview(assignment, ladder.township, DUE).json();

        assertThat(preview.path("addressed").asInt()).isEqualTo(2);
        assertThat(preview.path("first").valueStream().map(unit -> unit.path("unit")
                        .asLong()))
                .containsExactly(ladder.village, ladder.secondVillage);
        assertThat(preview.path("leftOut").asInt()).isEqualTo(1);
        assertThat(preview.path("passedOver").valueStream().map(unit -> unit.path("unit")
                        .asLong()))
                .containsExactly(branch);
        assertThat(preview(assignment, ladder.township, DUE.plusSeconds(1)).problem())
                .isEqualTo("forwarding.later");
        assertThat(preview(assignment, ladder.township, Instant.EPOCH).problem())
                .isEqualTo("deadline.past");
        for (long stranger : List.of(ladder.otherCounty, ladder.secondTownship, ladder.county, Province.COUNTY))
            assertThat(preview(assignment, stranger, DUE).status()).isEqualTo(404);
        assertThat(ladder.state(assignment)).isEqualTo("SIGNED");
        assertThat(ladder.count("dispatch where parent_assignment_id = " + assignment))
                .isZero();
        long sent = id(ladder.forward(assignment, ladder.township, forwarding("转", DUE)));
        assertThat(ladder.count("assignment where dispatch_id = " + sent)).isEqualTo(2);
    }

    private Api.Answer preview(long assignment, long unit, Instant deadline) {
        return ladder.post(
                "/v1/assignments/" + assignment + "/forwarding-previews",
                unit,
                Map.of("deadline", deadline.toString()));
    }

    @Test
    void aDirectOneIsForwardedToo() {
        long direct = ladder.relay(ladder.city);
        long assignment = ladder.assignment(direct, ladder.county);
        ladder.sign(assignment, ladder.county);
        var body = forwarding("直接到村", DUE);
        body.put("target", Map.of("tier", "VILLAGE"));

        var answer = ladder.forward(assignment, ladder.county, body);

        assertThat(answer.json().path("addressed").asInt()).isEqualTo(4);
        assertThat(answer.json().path("mode").asString()).isEqualTo("DIRECT");
        assertThat(answer.json().path("depth").asInt()).isEqualTo(1);
        // whoever forwarded reviews, however many tiers are between
        long village = ladder.assignment(id(answer), ladder.village);
        ladder.sign(village, ladder.village);
        ladder.submit(village, ladder.village);
        assertThat(ladder.step(village, "approval", ladder.township).problem()).isEqualTo("assignment.not-your-review");
        assertThat(reviews(ladder.township)).doesNotContain(village);
        assertThat(reviews(ladder.county)).contains(village);
        assertThat(ladder.step(village, "approval", ladder.county).status()).isEqualTo(200);
    }

    @Test
    void coOperatorsAndCopiesSeeItAndCountNowhere() {
        long root = ladder.relay(ladder.city);
        long assignment = ladder.assignment(root, ladder.county);
        ladder.sign(assignment, ladder.county);
        var body = forwarding("到第一镇", DUE);
        body.put("target", Map.of("units", List.of(ladder.township)));
        body.put("cooperators", List.of(ladder.secondTownship));
        body.put("copies", List.of(ladder.otherCounty));
        assertThat(ladder.forward(assignment, ladder.county, body).problem()).isEqualTo("companion.outside-scope");
        body.put("copies", List.of(ladder.thirdVillage, ladder.secondTownship));

        var answer = ladder.forward(assignment, ladder.county, body);

        long forwarding = id(answer);
        assertThat(answer.json().path("addressed").asInt()).isEqualTo(1);
        assertThat(ladder.json("/v1/dispatches/" + forwarding, ladder.secondTownship)
                        .path("text")
                        .asString())
                .isEqualTo("到第一镇");
        assertThat(ladder.json("/v1/companionships", ladder.secondTownship)
                        .at("/items/0/role")
                        .asString())
                .isEqualTo("COOPERATES");
        assertThat(ladder.json("/v1/companionships", ladder.thirdVillage)
                        .at("/items/0/role")
                        .asString())
                .isEqualTo("COPIED");
        assertThat(ladder.json("/v1/companionships", ladder.otherCounty).path("items"))
                .isEmpty();
        assertThat(ladder.get("/v1/dispatches/" + forwarding, ladder.otherCounty)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ofTwoReviewersOneTakesItUp() {
        long root = ladder.relay(ladder.city);
        long assignment = ladder.assignment(root, ladder.county);
        ladder.sign(assignment, ladder.county);
        ladder.submit(assignment, ladder.county);
        String first = tokens.at(ladder.city, 901_001);
        String second = tokens.at(ladder.city, 901_002);
        String door = "/v1/assignments/" + assignment;

        assertThat(api.post(door + "/review")
                        .as(first)
                        .send()
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("IN_REVIEW");
        assertThat(api.post(door + "/review").as(first).send().status()).isEqualTo(200);
        assertThat(api.post(door + "/review").as(second).send().problem()).isEqualTo("assignment.taken-up");
        assertThat(api.post(door + "/approval").as(second).send().problem()).isEqualTo("assignment.taken-up");
        assertThat(ladder.submit(assignment, ladder.county).problem()).isEqualTo("assignment.under-review");
        assertThat(reviews(ladder.city)).contains(assignment);
        assertThat(api.post(door + "/release")
                        .as(second)
                        .send()
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("SUBMITTED");
        assertThat(api.post(door + "/approval").as(second).send().status()).isEqualTo(200);
        assertThat(api.post(door + "/review").as(second).send().problem()).isEqualTo("assignment.already-approved");
    }

    @Test
    void aRootMayDemandThatAllPartsAreDone() {
        long root = id(ladder.order(ladder.city, Map.of("mode", "RELAY", "allRequired", true)));
        long assignment = ladder.assignment(root, ladder.county);
        long forwarding = ladder.signAndForward(root, ladder.county);

        assertThat(ladder.submit(assignment, ladder.county).problem()).isEqualTo("parts.open");
        for (long township : List.of(ladder.township, ladder.secondTownship)) {
            long part = ladder.assignment(forwarding, township);
            ladder.sign(part, township);
            assertThat(ladder.submit(part, township).status()).isEqualTo(201);
            ladder.step(part, "approval", ladder.county);
        }
        assertThat(ladder.submit(assignment, ladder.county).status()).isEqualTo(201);
    }

    private List<Long> reviews(long unit) {
        return ladder.json("/v1/reviews?limit=200", unit)
                .path("items")
                .valueStream()
                .map((JsonNode line) -> line.path("id").asLong())
                .toList();
    }
}
