package cn.dangjian.platform.web.trial.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.platform.web.trial.TrialClock;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import cn.dangjian.testkit.server.Servers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class OutageTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    ThingTable things;

    @Autowired
    Gate gate;

    @Autowired
    TrialClock clock;

    private String key;
    private String name;

    @BeforeEach
    void aFreshKey() {
        key = UUID.randomUUID().toString();
        name = "thing " + key;
    }

    @Test
    void answersWithoutADatabaseThatItIsNotAvailableAndRecoversByItself() {
        long id = things.insert(name + " before");
        var database = Servers.shared().database();
        database.stop();
        try {
            for (var answer : new Answer[] {read(id), create("KEEP")}) {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
                assertThat(answer.problem()).isEqualTo("service.unavailable");
                assertThat(answer.header("Retry-After")).isEqualTo("5");
                assertThat(answer.body()).doesNotContain("jdbc").doesNotContain("Hikari");
            }
            assertThat(api.get("/actuator/health/liveness").send().status()).isEqualTo(200);
        } finally {
            database.start();
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> read(id).status() == 200);
        assertThat(create("KEEP").status()).isEqualTo(201);
        assertThat(things.count(name)).isOne();
    }

    @Test
    void losesNothingAndDoublesNothingWhenTheDatabaseIsKilledUnderARequest() throws Exception {
        var database = Servers.shared().database();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var cut = pool.submit(() -> create("HOLD_FIRST"));
            await().until(() -> gate.visits(name) == 1);
            database.kill();
            try {
                gate.open(name);
                assertThat(cut.get().status()).as(cut.get().toString()).isEqualTo(503);
            } finally {
                database.start();
            }
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> create("HOLD_FIRST").status() != 503);
        clock.advance(Duration.ofMinutes(3));

        var again = create("HOLD_FIRST");

        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(things.count(name)).isOne();
    }

    private Answer read(long id) {
        return api.get("/v1/things/" + id).as(tokens.at(1)).send();
    }

    private Answer create(String then) {
        return api.post("/v1/things", Map.of("name", name, "then", then))
                .as(tokens.at(1))
                .key(key)
                .send();
    }
}
