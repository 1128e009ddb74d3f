package cn.dangjian.dues.pay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.pay.payment.Payment.By;
import cn.dangjian.dues.pay.payment.Payment.Way;
import cn.dangjian.dues.pay.payment.TakePayment.PaymentRequest;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.desk.Desks;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Prints how many payments 16 clients book in a second at the use case, beside commits of one row through the same
 * connections, by turns: {@code ./mvnw -pl services/dues -am test -Dtest=PaymentMeasurement
 * -Dsurefire.failIfNoSpecifiedTests=false -Dmeasure=true}. Both wait for the same disk: the database flushes at each commit.
 */
@ServiceTest
@EnabledIfSystemProperty(named = "measure", matches = "true")
class PaymentMeasurement {

    private static final int CLIENTS = 16;
    private static final int MEMBERS = 200;
    private static final int BLOCKS = 3;
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final long FIRST = 50_000_000;
    private static final LocalDate DAY = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));

    @Autowired
    TakePayment takePayment;

    @Autowired
    Desks desks;

    @Autowired
    Province province;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void printsHowManyPaymentsAreBooked() {
        province.settle();
        settle();
        assertThat(jdbc.queryForObject("select @@innodb_flush_log_at_trx_commit", Integer.class))
                .as("commits are durable: -Dtestkit.durable=true")
                .isEqualTo(1);
        var ratios = new ArrayList<Double>();
        rate(this::pay);
        rate(this::commit);
        for (int block = 0; block < BLOCKS; block++) {
            double first = rate(this::pay);
            double bare = rate(this::commit) + rate(this::commit);
            double paid = first + rate(this::pay);
            System.out.printf("%.0f payments, %.0f bare commits per second%n", paid / 2, bare / 2);
            ratios.add(paid / bare);
        }
        System.out.printf("payments / bare commits: %s%n", ratios);
        assertThat(ratios).allMatch(ratio -> ratio > 0);
    }

    /** Members of all villages of the county, who owe six months. */
    private void settle() {
        jdbc.execute("create table bare_commit (id bigint auto_increment primary key, fen bigint not null)");
        var members = LongStream.range(0, (long) MEMBERS * CLIENTS).boxed().toList();
        jdbc.batchUpdate(
                "insert into payer (member_id, from_on, to_on, status, unit_id, class)"
                        + " values (?, '2020-01-01', '9999-12-31', 'FULL', ?, 'EMPLOYED')",
                members,
                1000,
                (statement, member) -> {
                    statement.setLong(1, FIRST + member);
                    statement.setLong(2, unit((int) (member % CLIENTS)));
                });
        for (int month = 0; month < 6; month++) {
            var first = Date.valueOf(DAY.withDayOfMonth(1).minusMonths(month));
            jdbc.batchUpdate(
                    "insert into bill (member_id, month, booked_month, seq, unit_id, due_fen, fen, cause, at)"
                            + " values (?, ?, ?, 0, ?, 1500, 1500, 'BILLED', now(6))",
                    members,
                    1000,
                    (statement, member) -> {
                        statement.setLong(1, FIRST + member);
                        statement.setDate(2, first);
                        statement.setDate(3, first);
                        statement.setLong(4, unit((int) (member % CLIENTS)));
                    });
        }
    }

    private static long unit(int client) {
        return Province.VILLAGES.get(client % Province.VILLAGES.size());
    }

    @FunctionalInterface
    private interface Work {
        void once(int client, int time, Desk desk);
    }

    private void pay(int client, int time, Desk desk) {
        long member = FIRST + client + (long) (time % MEMBERS) * CLIENTS;
        takePayment.take(
                member, new PaymentRequest(new Yuan(1), DAY, Way.CASH, By.MEMBER, null, null, null, true), desk);
    }

    private void commit(int client, int time, Desk desk) {
        jdbc.update("insert into bare_commit (fen) values (?)", time);
    }

    private double rate(Work work) {
        long start = System.nanoTime();
        long end = start + TURN.toNanos();
        var all = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            var desk = desks.of(new Caller(new AccountId(unit(client)), unit(client), unit(client), "office"));
            all.add(() -> {
                int time = 0;
                for (; System.nanoTime() < end; time++) work.once(client, time, desk);
                return time;
            });
        }
        return sum(all) / ((System.nanoTime() - start) / 1e9);
    }

    private static int sum(List<Callable<Integer>> all) {
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            int sum = 0;
            for (var one : threads.invokeAll(all)) sum += one.get();
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
