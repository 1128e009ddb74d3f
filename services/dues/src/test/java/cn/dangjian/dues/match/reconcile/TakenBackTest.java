package cn.dangjian.dues.match.reconcile;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.dues.Online;
import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What people have settled, and what the lists say later. */
class TakenBackTest extends RunningDues {

    private static final long BRANCH = Province.VILLAGE;
    private static final long COUNTY = Province.COUNTY;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    TransactionTemplate transaction;

    private Online online;

    @BeforeEach
    void aProvider() {
        online = new Online(payers, api, tokens, jdbc);
    }

    private Api.Answer settle(JsonNode finding, String way, Map<String, Object> body) {
        return payers.post(COUNTY, "/v1/findings/" + finding.path("id").asLong() + "/" + way, body);
    }

    private Api.Answer refund(JsonNode order) {
        return payers.post(BRANCH, "/v1/orders/" + order.path("id").asLong() + "/refund", Map.of("reason", "多交"));
    }

    /** The finding of a member's line, or of his booking. */
    private JsonNode finding(long member, boolean said) {
        return payers.get(COUNTY, "/v1/findings?limit=200&day=" + TODAY)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("member").asLong() == member
                        && said != one.path("said").isNull())
                .findFirst()
                .orElseThrow();
    }

    /** When the provider says that an order was paid. */
    private void paidOn(JsonNode order, Object at) {
        jdbc.sql("update sandbox_trade set paid_at = ? where number = ?")
                .params(at, order.path("number").asString())
                .update();
    }

    private long with(String sort, long owner) {
        return jdbc.sql("""
            select coalesce(sum(if(debit = :sort and debit_owner = :owner, fen, 0)
                              - if(credit = :sort and credit_owner = :owner, fen, 0)), 0) from entry
             where :owner in (debit_owner, credit_owner)\
            """)
                .param("sort", sort)
                .param("owner", owner)
                .query(Long.class)
                .single();
    }

    /** The list has it a day later than the books; in between somebody took it back. */
    @Test
    void isBookedAnewWhenTheListSaysItAfterAllAndNotGivenBackBefore() {
        long member = online.owing(BRANCH);
        var order = online.ready(member, Online.amount());
        online.pay(order, "GOOD");
        online.await(member, order.path("id").asLong(), "PAID");
        long paid = with("MEMBER", member);
        Object at = jdbc.sql("select paid_at from sandbox_trade where number = ?")
                .param(order.path("number").asString())
                .query()
                .singleValue();
        paidOn(order, "2000-01-01");
        online.fetch(TODAY);
        var there = finding(member, false);
        assertThat(there.path("result").asString()).isEqualTo("MISSING_THERE");
        assertThat(settle(there, "reversal", Map.of("reason", "账单没有")).status()).isEqualTo(200);
        assertThat(with("MEMBER", member)).isZero();

        assertThat(refund(order).problem())
                .as("what is taken back does not go back once more")
                .isEqualTo("order.not-paid");

        paidOn(order, at);
        online.fetch(TODAY);
        var here = finding(member, true);
        assertThat(here.path("result").asString()).isEqualTo("MISSING_HERE");
        assertThat(settled(member)).isZero();
        assertThat(settle(here, "booking", Map.of("reason", "账单晚到")).status()).isEqualTo(200);
        assertThat(with("MEMBER", member)).isEqualTo(paid);
        await().atMost(PATIENCE).until(() -> settled(member) == 1);

        assertThat(refund(order).status()).isEqualTo(200);
        online.await(member, order.path("id").asLong(), "REFUNDED");
        assertThat(with("MEMBER", member)).isZero();
        online.isBalanced();
    }

    private int settled(long member) {
        return jdbc.sql("""
            select count(*) from line_settled s join statement_line l on l.id = s.line_id where l.member_id = ?\
            """).param(member).query(Integer.class).single();
    }

    @Test
    void isNotTakenBackWhileItGoesBack() {
        long member = online.owing(BRANCH);
        String amount = Online.amount();
        var order = online.ready(member, amount);
        online.pay(order, "GOOD");
        online.await(member, order.path("id").asLong(), "PAID");
        paidOn(order, "2000-01-01");
        online.fetch(TODAY);
        var there = finding(member, false);
        online.mood(amount, "REFUND_SLOW");
        assertThat(refund(order).status()).isEqualTo(200);

        var reversed = settle(there, "reversal", Map.of("reason", "账单没有"));

        assertThat(reversed.problem()).as(reversed.toString()).isEqualTo("order.not-paid");
        online.due(order.path("id").asLong());
        online.await(member, order.path("id").asLong(), "REFUNDED");
        assertThat(with("MEMBER", member)).isZero();
    }

    /** The provider says another amount than was booked: nothing of it has come to the unit, and nothing of it leaves. */
    @Test
    void leavesNothingOfTheUnitThatHasNotComeToIt() {
        long member = online.owing(BRANCH);
        var order = online.ready(member, Online.amount());
        online.pay(order, "GOOD");
        online.await(member, order.path("id").asLong(), "PAID");
        jdbc.sql("update sandbox_trade set fen = fen - 1 where number = ?")
                .param(order.path("number").asString())
                .update();
        online.fetch(TODAY);
        var other = finding(member, true);
        assertThat(other.path("result").asString()).isEqualTo("OTHER_AMOUNT");
        assertThat(settle(other, "refund", Map.of("reason", "金额不符")).status()).isEqualTo(200);
        online.await(member, order.path("id").asLong(), "REFUNDED");

        online.fetch(TODAY);
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select count(*) from settle_due")
                                .query(Integer.class)
                                .single()
                        == 0);

        assertThat(jdbc.sql("select kind from statement_line where member_id = ? order by id")
                        .param(member)
                        .query(String.class)
                        .list())
                .containsExactly("PAYMENT", "REFUND");
        assertThat(settled(member)).isZero();
    }

    /** What is over is counted and returned while nobody takes back what it is made of. */
    @Test
    void isTakenBackAfterWhoeverReturnsSomethingToTheMember() {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", "3000", NOW);
        payers.bill(COUNTY, NOW);
        payers.settled();
        assertThat(payers.pay(BRANCH, member, "15.00", Map.of("way", "TRANSFER"))
                        .status())
                .isEqualTo(201);
        jdbc.sql("""
            insert into statement (source, name, day, unit_id, subject, at) values ('BANK', 'other', ?, ?, 'account:1', ?)\
            """).params(TODAY, COUNTY, TODAY).update();
        jdbc.sql("""
            insert into statement_line (statement_id, source, kind, day, unit_id, reference, fen, sender_id)
            select id, source, 'PAYMENT', day, ?, 'other', 1, ? from statement where name = 'other'\
            """).params(COUNTY, COUNTY).update();
        api.post("/v1/reconciliation?source=BANK&day=" + TODAY)
                .as(tokens.at(COUNTY))
                .send();
        var there = finding(member, false);

        var reversed = Objects.requireNonNull(transaction.execute(returning -> {
            jdbc.sql("select member_id from payer where member_id = ? for update")
                    .param(member)
                    .query(Long.class)
                    .list();
            var taking = CompletableFuture.supplyAsync(() -> settle(there, "reversal", Map.of("reason", "银行没有")));
            await().during(Duration.ofMillis(1500)).atMost(PATIENCE).until(() -> !taking.isDone());
            return taking;
        }));

        assertThat(reversed.join().status()).isEqualTo(200);
        assertThat(with("MEMBER", member)).isZero();
    }

    /** The bank's row is of a month that is closed meanwhile. */
    @Test
    void isBookedOnTheFirstOpenDay() {
        var day = LocalDate.of(2009, 12, 15);
        long member = payers.member(BRANCH);
        jdbc.sql("""
            insert into statement (source, name, day, unit_id, subject, at) values ('BANK', 'closed', ?, ?, 'account:1', ?)\
            """).params(day, COUNTY, day).update();
        jdbc.sql("""
            insert into statement_line (statement_id, source, kind, day, unit_id, reference, fen, member_id, sender_id)
            select id, source, 'PAYMENT', day, ?, 'closed', 1500, ?, ? from statement where name = 'closed'\
            """).params(BRANCH, member, COUNTY).update();
        jdbc.sql("insert into closing (unit_id, month, subject, at) values (?, '2009-12-01', 'account:1', ?)")
                .params(COUNTY, day)
                .update();
        assertThat(api.post("/v1/reconciliation?source=BANK&day=" + day)
                        .as(tokens.at(COUNTY))
                        .send()
                        .status())
                .isEqualTo(200);
        var finding = payers.get(COUNTY, "/v1/findings?day=" + day).json().at("/items/0");

        var booked = settle(finding, "booking", Map.of("reason", "补记"));

        assertThat(booked.status()).as(booked.toString()).isEqualTo(200);
        assertThat(jdbc.sql("select day from posting where member_id = ?")
                        .param(member)
                        .query(LocalDate.class)
                        .list())
                .containsExactly(LocalDate.of(2010, 1, 1));
        jdbc.sql("delete from closing where unit_id = ? and month = '2009-12-01'")
                .param(COUNTY)
                .update();
    }
}
