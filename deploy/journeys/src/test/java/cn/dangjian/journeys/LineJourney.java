package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second hierarchy (条): a committee sees whom it supervises, sends them a task, and reviews what they hand in. */
class LineJourney {

    private static final Duration SECONDS = Duration.ofSeconds(5);

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Api api = Catalogue.api(house.gatewayUrl());
    private final Tasks tasks = new Tasks(house.gatewayUrl());
    private final Units units = new Units(house);

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    @Test
    void aCommitteeSeesWhomItSupervisesAndSendsThemTasks() {
        long committee = aCommittee();
        long branch = aBranchSupervisedBy(committee);
        var clerk = people.activate("BRANCH", committee, 1).getFirst();
        var secretary = people.activate("BRANCH", branch, 1).getFirst();

        assertThat(seen(clerk.token(), "by=LINE")).containsExactly(committee, branch);
        assertThat(seen(clerk.token(), "")).containsExactly(committee);

        long dispatch = tasks.dispatchDownTheLine(clerk.token(), "两新党建核查", "BRANCH");
        long assignment = await().atMost(SECONDS)
                .until(() -> tasks.inbox(secretary.token(), dispatch), items -> items.size() == 1)
                .getFirst()
                .path("assignment")
                .asLong();
        assertThat(tasks.sign(secretary.token(), assignment).status()).isEqualTo(200);
        assertThat(tasks.submit(secretary.token(), assignment).status()).isEqualTo(201);
        assertThat(tasks.approve(people.token("TOWNSHIP"), assignment).problem())
                .isEqualTo("assignment.not-your-review");
        assertThat(api.post("/task/v1/assignments/" + assignment + "/approval?by=LINE")
                        .as(clerk.token())
                        .send()
                        .status())
                .isEqualTo(200);

        await().atMost(SECONDS).untilAsserted(() -> {
            var progress = api.get("/statistics/v1/dispatches/" + dispatch + "/progress?by=LINE")
                    .as(clerk.token())
                    .send()
                    .json();
            assertThat(Tasks.figures(progress.path("unit"))).containsEntry("approved", 1L);
            assertThat(Tasks.sums(progress)).isEqualTo(Tasks.figures(progress.path("unit")));
        });
        assertThat(api.get("/notification/v1/dispatches/" + dispatch + "/ledger?by=LINE")
                        .as(clerk.token())
                        .send()
                        .json()
                        .path("delivered")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.get("/statistics/v1/dispatches/" + dispatch + "/progress")
                        .as(people.token("VILLAGE"))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    private long aCommittee() {
        String county = people.token("COUNTY");
        var here = units.get(county, people.at("COUNTY").unit());
        return units.establish(
                county,
                people.token("CITY"),
                here.path("id").asLong(),
                Map.of("code", here.path("code").asString() + "-LX", "name", "虚构两新", "kind", "WORKING_COMMITTEE"));
    }

    private long aBranchSupervisedBy(long committee) {
        String county = people.token("COUNTY");
        String city = people.token("CITY");
        long township = people.at("TOWNSHIP").unit();
        String code = units.get(county, township).path("code").asString() + "-KJ";
        long branch = units.establish(county, city, township, Map.of("code", code, "name", "虚构科技公司", "kind", "BRANCH"));
        units.change(county, city, Map.of("type", "SUPERVISE", "unit", branch, "supervisor", committee));
        units.awaitEverywhere();
        return branch;
    }

    private List<Long> seen(String token, String query) {
        return units.list(token, query).stream()
                .map(unit -> unit.path("id").asLong())
                .toList();
    }
}
