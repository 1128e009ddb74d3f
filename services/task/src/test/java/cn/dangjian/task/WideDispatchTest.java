package cn.dangjian.task;

import static cn.dangjian.task.Tasks.body;
import static cn.dangjian.task.Tasks.toVillages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Tasks to more units than so many take turns; here it is more than three, and the county has five villages. */
@TestPropertySource(
        properties = {
            "dangjian.dispatch.wide.over=3",
            "dangjian.dispatch.wide.at-once=1",
            "dangjian.dispatch.wide.patience=3s"
        })
class WideDispatchTest extends RunningTask {

    /** More than there are connections. */
    private static final int MANY = 15;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void leavesConnectionsForOthersWhileManyWideOnesWait() throws Exception {
        int before = tasks.dispatchesOf(Province.COUNTY).size();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Api.Answer>> wide;
            try (var _ = new HeldUp(senders)) {
                wide = IntStream.range(0, MANY)
                        .mapToObj(number -> CompletableFuture.supplyAsync(
                                () -> tasks.dispatch(Province.COUNTY, toVillages()), senders))
                        .toList();
                await().during(Duration.ofMillis(500))
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> heldUp() == 1);

                long start = System.nanoTime();
                var small = tasks.dispatch(Province.SIBLING_COUNTY, toVillages());

                assertThat(small.status()).as(small.toString()).isEqualTo(201);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
                assertThat(wide).noneMatch(CompletableFuture::isDone);
            }
            for (var one : wide) assertThat(one.get().status()).isEqualTo(201);
        }
        assertThat(tasks.dispatchesOf(Province.COUNTY)).hasSize(before + MANY);
    }

    @Test
    void refusesWhoseTurnDoesNotComeInTimeAndTakesTheSameAgain() throws Exception {
        var keyed = api.post("/v1/dispatches", body("排查", toVillages()))
                .as(tokens.at(Province.COUNTY))
                .key();
        int before = tasks.dispatchesOf(Province.COUNTY).size();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Api.Answer> first;
            try (var _ = new HeldUp(senders)) {
                first = CompletableFuture.supplyAsync(() -> tasks.dispatch(Province.COUNTY, toVillages()), senders);
                await().until(() -> heldUp() == 1);

                var refused = keyed.send();

                assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
                assertThat(refused.problem()).isEqualTo("dispatch.busy");
                assertThat(refused.header("Retry-After")).isEqualTo("10");
            }
            assertThat(first.get().status()).isEqualTo(201);
        }

        assertThat(keyed.send().status()).isEqualTo(201);
        assertThat(tasks.dispatchesOf(Province.COUNTY)).hasSize(before + 2);
    }

    /** Who wait for the number inside the database: each has a connection. */
    private long heldUp() {
        return jdbc
                .query("show full processlist", (row, number) -> Objects.requireNonNullElse(row.getString("Info"), ""))
                .stream()
                .filter(statement -> statement.startsWith("insert into dispatch_number"))
                .count();
    }

    /** Somebody keeps the county's next number to himself. */
    private final class HeldUp implements AutoCloseable {

        private final CountDownLatch taken = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);
        private final List<CompletableFuture<Void>> holders = new ArrayList<>();

        HeldUp(ExecutorService threads) throws InterruptedException {
            holders.add(CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> hold()), threads));
            taken.await();
        }

        private void hold() {
            jdbc.update(
                    """
                    insert into dispatch_number (issuer_id, year, last) values (?, ?, 1)
                    on duplicate key update last = last + 1\
                    """,
                    Province.COUNTY,
                    LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear());
            taken.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            over.countDown();
            holders.forEach(CompletableFuture::join);
        }
    }
}
