package cn.dangjian.dues.online.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.dues.Online;
import cn.dangjian.dues.online.provider.Trade;
import cn.dangjian.platform.web.problem.ProblemException;
import cn.dangjian.testkit.Province;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the provider tells is booked, once, whenever and however it is told. */
class CallbackBookingTest extends Callbacks {

    /** How many are told; the benchmark says 10000. */
    private static final int CALLBACKS = Integer.getInteger("callbacks", 600);

    /** The word comes after the county has closed the month in which it was paid. */
    @Test
    void booksWhatIsHeardOfAClosedMonthOnTheFirstOpenDay() {
        var open = LocalDate.now(ZoneId.of("Asia/Shanghai")).withDayOfMonth(1);
        var month = open.minusMonths(1);
        var trade = paidAt(order(1500), month.atTime(12, 0).toInstant(ZoneOffset.UTC));
        template.update(
                "update pay_order set created_at = ? where number = ?",
                month.minusDays(1).atStartOfDay(),
                trade.number());
        template.update(
                "insert into closing (unit_id, month, subject, at) values (?, ?, 'account:1', utc_timestamp(6))",
                Province.COUNTY,
                month);
        try {
            byte[] body = paid(trade);
            assertThat(refused(signed(body), body)).isNull();
        } finally {
            template.update("delete from closing where unit_id = ? and month = ?", Province.COUNTY, month);
        }
        assertThat(template.queryForObject(
                        "select p.day from posting p join pay_order o on o.posting_id = p.id where o.number = ?",
                        LocalDate.class,
                        trade.number()))
                .isEqualTo(open);
    }

    private static Trade paidAt(Trade trade, Instant at) {
        return new Trade(
                trade.number(), trade.trade(), trade.merchant(), trade.state(), trade.fen(), trade.currency(), at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLOSED", "FAILED"})
    void booksWhatWasPaidAfterTheEndAndSendsItBack(String end) {
        var trade = order(1500);
        template.update(
                "update pay_order set state = ?, is_open = null, next_ask_at = null where number = ?",
                end,
                trade.number());
        byte[] body = paid(trade);

        assertThat(refused(signed(body), body)).isNull();

        assertThat(postings(trade)).isEqualTo(1);
        assertThat(state(trade)).isIn("REFUNDING", "PAID", "REFUNDED");
        assertThat(template.queryForObject(
                        "select refund_reason from pay_order where number = ?", String.class, trade.number()))
                .contains("关闭后支付");
    }

    /** Whatever table the transaction ends at, nothing of it is left, and it is booked when it is told again. */
    @ParameterizedTest
    @CsvSource({
        "posting, fen <> 777",
        "entry, fen <> 777",
        "pay_order, (state <> 'PAID' or fen <> 777)",
        "provider_callback, nonce not like '%'"
    })
    void leavesNothingOfAnUnfinishedOne(String table, String check) {
        var trade = order(777);
        byte[] body = paid(trade);
        template.execute("delete from provider_callback");
        hide(table);
        template.execute("alter table " + table + " add constraint broken check (" + check + ")");
        try {
            assertThatThrownBy(() -> takeCallback.take(signed(body), body)).isNotInstanceOf(ProblemException.class);
            assertThat(postings(trade)).isZero();
            assertThat(state(trade)).isEqualTo("PAYING");
            assertThat(template.queryForObject("select count(*) from provider_callback", Integer.class))
                    .isZero();
        } finally {
            template.execute("alter table " + table + " drop constraint broken");
            unhide(table);
        }

        assertThatCode(() -> takeCallback.take(signed(body), body)).doesNotThrowAnyException();

        assertThat(postings(trade)).isEqualTo(1);
        assertThat(state(trade)).isEqualTo("PAID");
        new Online(payers, api, tokens, jdbc).isBalanced();
    }

    /** What the case before has booked of this amount would break the constraint. */
    private void hide(String table) {
        if (table.equals("posting")) template.execute("update posting set fen = 778 where fen = 777");
        if (table.equals("entry")) template.execute("update entry set fen = 778 where fen = 777");
        if (table.equals("pay_order"))
            template.execute("update pay_order set fen = 778 where fen = 777 and state = 'PAID'");
    }

    private void unhide(String table) {
        if (table.equals("provider_callback")) return;
        template.execute("update " + table + " set fen = 777 where fen = 778");
    }

    /** A third of them twice, in any order, eight at a time. */
    @Test
    void booksEachOfManyOnce() throws Exception {
        int orders = CALLBACKS * 2 / 3;
        var trades = IntStream.range(0, orders).mapToObj(i -> order(1000 + i)).toList();
        var bodies = new ArrayList<byte[]>();
        for (var trade : trades) bodies.add(paid(trade));
        bodies.addAll(List.copyOf(bodies.subList(0, CALLBACKS - orders)));
        Collections.shuffle(bodies, new Random(11));

        try (var clients = Executors.newFixedThreadPool(8)) {
            var told = clients.invokeAll(bodies.stream()
                    .map(body -> (Callable<String>) () -> String.valueOf(refused(signed(body), body)))
                    .toList());
            for (var each : told) assertThat(each.get()).isEqualTo("null");
        }

        var members = Map.of("from", MEMBERS.get() - orders + 1, "to", MEMBERS.get());
        assertThat(jdbc.sql("select count(*) from posting where member_id between :from and :to")
                        .params(members)
                        .query(Integer.class)
                        .single())
                .isEqualTo(orders);
        assertThat(jdbc.sql("""
            select count(*) from pay_order o join posting p on p.id = o.posting_id and p.fen = o.fen
             where o.member_id between :from and :to and o.state = 'PAID'\
            """).params(members).query(Integer.class).single()).isEqualTo(orders);
        assertThat(jdbc.sql("""
            select sum(fen) from entry where credit = 'MEMBER' and credit_owner between :from and :to\
            """).params(members).query(Long.class).single())
                .isEqualTo(trades.stream().mapToLong(Trade::fen).sum());
        new Online(payers, api, tokens, jdbc).isBalanced();
    }
}
