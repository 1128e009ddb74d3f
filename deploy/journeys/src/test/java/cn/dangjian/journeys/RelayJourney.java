package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a document to a person of a village, tier by tier, and back (流水派送). */
class RelayJourney {

    private static final Duration SECONDS = Duration.ofSeconds(30);
    private static final List<String> TIERS = List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE");

    private static final List<String> MORTAL = List.of("task", "notification", "statistics");

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Tasks tasks = new Tasks(house.gatewayUrl());

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    /** The assignment that a tier was given, as its inbox tells. */
    private long given(String tier, long dispatch) {
        String token = people.token(tier);
        return await().atMost(SECONDS)
                .until(() -> tasks.inbox(token, dispatch), items -> !items.isEmpty())
                .getLast()
                .path("assignment")
                .asLong();
    }

    /** Down to the village; the dispatches, from the province's to the township's. */
    private List<Long> relayed(String title) {
        var dispatches = new ArrayList<>(List.of(tasks.relay(people.token("PROVINCE"), title)));
        for (String tier : TIERS.subList(1, 4)) {
            long assignment = given(tier, dispatches.getLast());
            assertThat(tasks.sign(people.token(tier), assignment).status()).isEqualTo(200);
            dispatches.add(tasks.forward(people.token(tier), assignment, tier + " 的要求"));
        }
        return dispatches;
    }

    @Test
    void goesFromADocumentToAPersonAndBack() {
        var dispatches = relayed("核实党组织活动场所");
        String village = people.token("VILLAGE");
        long last = given("VILLAGE", dispatches.getLast());

        var lineage = tasks.lineage(village, last);
        assertThat(lineage.at("/origin/number").asString()).isEqualTo("虚发〔2026〕1号");
        assertThat(lineage.at("/origin/root").asLong()).isEqualTo(dispatches.getFirst());
        assertThat(lineage.path("steps").valueStream())
                .extracting(step -> step.path("issuer").asLong())
                .containsExactlyElementsOf(TIERS.subList(0, 4).stream()
                        .map(tier -> people.at(tier).unit())
                        .toList());

        assertThat(tasks.sign(village, last).status()).isEqualTo(200);
        assertThat(tasks.submit(village, last).problem()).isEqualTo("person.missing");
        assertThat(tasks.namePerson(village, last, "村党组织书记").status()).isEqualTo(201);
        for (int tier = 4; tier > 0; tier--) {
            String token = people.token(TIERS.get(tier));
            long assignment = given(TIERS.get(tier), dispatches.get(tier - 1));
            assertThat(tasks.submit(token, assignment).status()).isEqualTo(201);
            assertThat(tasks.approve(people.token(TIERS.get(tier - 1)), assignment)
                            .status())
                    .isEqualTo(200);
        }

        for (int tier = 0; tier < 4; tier++) {
            String token = people.token(TIERS.get(tier));
            long unit = people.at(TIERS.get(tier + 1)).unit();
            long dispatch = dispatches.get(tier);
            assertThat(tasks.tree(token, dispatch)
                            .path("items")
                            .valueStream()
                            .filter(branch -> branch.path("unit").asLong() == unit))
                    .singleElement()
                    .matches(branch -> branch.path("state").asString().equals("APPROVED"));
            await().atMost(SECONDS).untilAsserted(() -> assertThat(
                            Tasks.figures(tasks.progress(token, dispatch).path("unit")))
                    .containsEntry("approved", 1L));
        }
        assertThat(tasks.tree(people.token("PROVINCE"), dispatches.getFirst())
                        .path("items")
                        .valueStream()
                        .mapToInt(branch -> branch.path("belowApproved").asInt())
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void whatTheProvinceWithdrawsIsWithdrawnInTheVillage() {
        var dispatches = relayed("撤回的任务");
        long last = given("VILLAGE", dispatches.getLast());
        String village = people.token("VILLAGE");

        assertThat(tasks.withdraw(people.token("PROVINCE"), dispatches.getFirst())
                        .status())
                .isEqualTo(201);

        assertThat(tasks.sign(village, last).problem()).isEqualTo("assignment.withdrawn");
        await().atMost(SECONDS).untilAsserted(() -> {
            assertThat(tasks.inbox(village, dispatches.getLast()))
                    .extracting(item -> item.path("kind").asString())
                    .containsExactly("WITHDRAWN", "TASK");
            var figures = Tasks.figures(tasks.progress(people.token("TOWNSHIP"), dispatches.getLast())
                    .path("unit"));
            assertThat(figures.get("withdrawn")).isEqualTo(figures.get("addressed"));
            assertThat(figures).containsEntry("overdue", 0L);
        });
    }

    /**
     * Standing instructions carry it on from wherever it was when a process died, one after the other at each tier: nobody is
     * left out, nobody has it twice, no state is skipped. {@code -Drelay.kills=50} for more of them.
     */
    @Test
    void whatIsForwardedByItselfSurvivesThatAServiceDies() {
        var standing = new HashMap<String, Long>();
        for (String tier : TIERS.subList(1, 4))
            standing.put(
                    tier,
                    tasks.standing(
                            people.token(tier),
                            people.at(TIERS.get(TIERS.indexOf(tier) - 1)).unit()));
        try {
            for (int round = 0; round < Integer.getInteger("relay.kills", 3); round++) {
                long root = tasks.relay(people.token("PROVINCE"), "逐级下传 " + round);
                // as far as it has come on its own by then, one more tier each time
                long dispatch = root;
                for (String tier : TIERS.subList(1, 1 + round % 4)) dispatch = passedOn(tier, dispatch, root);
                kill(MORTAL.get(round % MORTAL.size()));
                dispatch = root;
                awaitDelivered("PROVINCE", dispatch);
                for (String tier : TIERS.subList(1, 4)) {
                    dispatch = passedOn(tier, dispatch, root);
                    awaitDelivered(tier, dispatch);
                }
                long last = given("VILLAGE", dispatch);
                assertThat(tasks.inbox(people.token("VILLAGE"), dispatch)).hasSize(1);
                assertThat(tasks.lineage(people.token("VILLAGE"), last).path("steps"))
                        .hasSize(4);
            }
        } finally {
            standing.forEach((tier, id) -> tasks.endStanding(people.token(tier), id));
        }
    }

    private void kill(String service) {
        house.service(service).kill();
        house.service(service).start();
        house.service(service).awaitHealthy();
    }

    /** What a tier has forwarded of a lineage, once, of what it was given by a dispatch. */
    private long passedOn(String tier, long above, long root) {
        long unit = people.at(tier).unit();
        var branch = await().atMost(SECONDS)
                .ignoreExceptions()
                .until(
                        () -> tasks.tree(people.token("PROVINCE"), above)
                                .path("items")
                                .valueStream()
                                .filter(each -> each.path("unit").asLong() == unit)
                                .findFirst(),
                        found -> found.filter(each -> each.path("forwardings").asInt() == 1)
                                .isPresent())
                .orElseThrow();
        assertThat(branch.path("state").asString()).as(tier).isEqualTo("BROKEN_DOWN");
        return tasks.forwardingOf(people.token(tier), root);
    }

    /** Addressed = delivered = counted. */
    private void awaitDelivered(String tier, long dispatch) {
        await().atMost(SECONDS).ignoreExceptions().untilAsserted(() -> {
            var ledger = tasks.ledger(people.token(tier), dispatch);
            long addressed = ledger.path("addressed").asLong();
            assertThat(addressed).as(ledger.toString()).isPositive();
            assertThat(ledger.path("delivered").asLong()).as(ledger.toString()).isEqualTo(addressed);
            var figures =
                    Tasks.figures(tasks.progress(people.token(tier), dispatch).path("unit"));
            assertThat(figures).containsEntry("addressed", addressed).containsEntry("delivered", addressed);
        });
    }
}
