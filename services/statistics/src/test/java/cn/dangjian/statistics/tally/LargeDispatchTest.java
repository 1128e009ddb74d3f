package cn.dangjian.statistics.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.statistics.Said;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** With -Dvillages=29534 as many units as the real province has. Prints how long things take; never fails for being slow. */
@ServiceTest
class LargeDispatchTest {

    private static final long ROOT = 50_000_000;
    private static final int VILLAGES = Integer.getInteger("villages", 6_000);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    private Broker broker;

    @Autowired
    private Api api;

    @Autowired
    private Tokens tokens;

    @Autowired
    private FollowMovedUnits followMovedUnits;

    @Autowired
    private PlacementRepository placement;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aDispatchToAllVillagesClosesItsLedger() {
        var tree = Tree.of(jdbc, ROOT, 14, 134, 2008, VILLAGES);
        tree.reveal(tree.units());
        var villages =
                tree.units().stream().filter(unit -> tree.depth(unit) == 5).toList();
        var addressed = new ArrayList<String>();
        var delivered = new ArrayList<String>();
        addressed.add(Said.dispatched(ROOT, ROOT, "2099-01-01T00:00:00Z", VILLAGES));
        for (int from = 0; from < VILLAGES; from += 500) {
            var chunk = villages.subList(from, Math.min(VILLAGES, from + 500));
            addressed.add(Said.addressed(ROOT, from + 1, chunk));
            delivered.add(Said.delivered(ROOT, from + 1, chunk, List.of()));
        }
        var signed = villages.stream()
                .map(unit -> Said.changed(ROOT, unit, 2, "SIGNED"))
                .toList();

        print(VILLAGES + " units addressed in " + addressed.size() + " events", () -> send(addressed, "addressed"));
        print(VILLAGES + " units delivered in " + delivered.size() + " events", () -> send(delivered, "delivered"));
        print(VILLAGES + " units signed, an event each", () -> send(signed, "signed"));
        long county = ROOT + 20;
        print(
                "a county moves to another city",
                () -> transaction.executeWithoutResult(
                        status -> followMovedUnits.unitsChanged(tree.move(county, ROOT + 9))));

        assertThat(placement.listDifferences(ROOT).changed()).isEmpty();
        assertThat(progress("addressed")).isEqualTo(VILLAGES);
        assertThat(progress("pending") + progress("failed")).isZero();
    }

    private void send(List<String> events, String figure) {
        broker.send(events);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> progress(figure) == VILLAGES);
    }

    private int progress(String figure) {
        var answer = api.get("/v1/dispatches/" + ROOT + "/progress")
                .as(tokens.at(ROOT))
                .send();
        if (answer.status() != 200) return 0;
        return answer.json().path("unit").path("figures").path(figure).asInt();
    }

    private static void print(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.println(what + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
