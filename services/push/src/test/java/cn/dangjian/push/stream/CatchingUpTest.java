package cn.dangjian.push.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.server.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatchingUpTest extends Listening {

    @Test
    void tellsAClientThatWasAwayExactlyWhatItMissed() {
        var before = connect(VILLAGE, null).awaitReady();
        var first = NOTIFICATION.deliver(VILLAGE);
        say(first);
        await().until(() -> before.positions().equals(first));
        before.close();

        var missed = NOTIFICATION.deliver(
                VILLAGE, OTHER_VILLAGE, VILLAGE, VILLAGE, VILLAGE, OTHER_VILLAGE, VILLAGE, VILLAGE, VILLAGE);
        say(missed);
        var again = connect(VILLAGE, before.lastEventId());
        var expected = new ArrayList<Long>();
        missed.stream()
                .filter(position -> !List.of(missed.get(1), missed.get(5)).contains(position))
                .forEach(expected::add);

        await().until(() -> again.positions().equals(expected));
        var live = NOTIFICATION.deliver(VILLAGE);
        say(live);
        expected.addAll(live);
        await().until(() -> again.positions().equals(expected));
    }

    @Test
    void neitherRepeatsNorLosesWhatComesWhileItLooksBack() {
        var ready = connect(VILLAGE, null).awaitReady();
        String start = ready.lastEventId();
        var all = new ArrayList<Long>();
        for (int round = 0; round < 20; round++) {
            var positions = NOTIFICATION.deliver(VILLAGE, VILLAGE);
            all.addAll(positions);
            var saying = Thread.ofVirtual().start(() -> say(positions));
            var late = connect(VILLAGE, start);

            await().until(() -> late.positions().equals(all));
            join(saying);
            late.close();
        }
        await().until(() -> ready.positions().equals(all));
    }

    @Test
    void asksForWhatRedisDidNotBring() {
        var village = connect(VILLAGE, null).awaitReady();

        var lost = NOTIFICATION.deliver(VILLAGE, VILLAGE);
        var said = NOTIFICATION.deliver(VILLAGE);
        say(said);
        say(said);

        await().until(() -> village.positions().size() == 3);
        assertThat(village.positions()).containsExactly(lost.get(0), lost.get(1), said.getFirst());
    }

    @Test
    void noticesByItselfThatNothingWasSaid() {
        var village = connect(VILLAGE, null).awaitReady();

        var silent = NOTIFICATION.deliver(VILLAGE);

        await().atMost(Duration.ofSeconds(10)).until(() -> village.positions().equals(silent));
    }

    @Test
    void losesNothingWhileRedisIsKilledAndStartedAgain() {
        var village = connect(VILLAGE, null).awaitReady();
        var all = new ArrayList<Long>();

        Servers.shared().redis().kill();
        all.addAll(NOTIFICATION.deliver(VILLAGE));
        await().atMost(Duration.ofSeconds(10)).until(() -> village.positions().equals(all));
        assertThat(api.get("/actuator/health/readiness").send().status()).isEqualTo(200);

        Servers.shared().redis().start();
        all.addAll(NOTIFICATION.deliver(VILLAGE));
        await().atMost(Duration.ofSeconds(10)).until(() -> village.positions().equals(all));
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> {
            var positions = NOTIFICATION.deliver(VILLAGE);
            all.addAll(positions);
            return say(positions) > 0;
        });
        await().atMost(Duration.ofSeconds(10)).until(() -> village.positions().equals(all));
    }

    @Test
    void beginsAnewForAPositionThatTheFeedDoesNotHave() {
        var client = connect(VILLAGE, "999999999").awaitReady();

        assertThat(Long.parseLong(client.lastEventId())).isLessThan(999_999_999);
    }

    @Test
    void answers503WhenWhatWasMissedCannotBeAskedFor() {
        NOTIFICATION.breakDown();

        for (int i = 0; i < 15; i++) {
            var answer = api.get("/v1/stream")
                    .as(tokens.at(VILLAGE))
                    .header("Last-Event-ID", "0")
                    .send();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("service.unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("2");
        }
        int asked = NOTIFICATION.asked().size();
        api.get("/v1/stream")
                .as(tokens.at(VILLAGE))
                .header("Last-Event-ID", "0")
                .send();
        assertThat(NOTIFICATION.asked().subList(asked, NOTIFICATION.asked().size()))
                .noneMatch(path -> path.startsWith("/internal/inbox"));

        NOTIFICATION.recover();
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            try (var client = connect(VILLAGE, "0")) {
                return client.status() == 200;
            }
        });
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
