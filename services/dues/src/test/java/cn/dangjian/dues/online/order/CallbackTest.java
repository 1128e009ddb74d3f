package cn.dangjian.dues.online.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.dues.Online;
import cn.dangjian.dues.RunningDues;
import cn.dangjian.dues.SandboxKeys;
import cn.dangjian.dues.online.provider.Signatures;
import cn.dangjian.dues.online.provider.Signatures.Seal;
import cn.dangjian.dues.online.provider.Trade;
import cn.dangjian.platform.web.problem.ProblemException;
import cn.dangjian.testkit.Province;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What the provider tells, and what somebody tells in its name. */
class CallbackTest extends RunningDues {

    /** How many are told; the benchmark says 10000. */
    private static final int CALLBACKS = Integer.getInteger("callbacks", 600);

    private static final AtomicLong MEMBERS = new AtomicLong(7_000_000);
    private static final PrivateKey PROVIDER = Signatures.privateKey(SandboxKeys.providerKey());

    @Autowired
    TakeCallback takeCallback;

    @Autowired
    JdbcTemplate template;

    @Autowired
    JsonMapper json;

    private record Told(String id, String kind, Trade trade) {}

    /** An order that is open at the provider, of somebody who is nobody else's. */
    private Trade order(long fen) {
        long member = MEMBERS.incrementAndGet();
        String number = UUID.randomUUID().toString().replace("-", "");
        template.update("""
            insert into pay_order (number, member_id, unit_id, fen, merchant, state, is_open, expires_at, asks, next_ask_at,
                                   subject, created_at, version)
            values (?, ?, ?, ?, 'test-merchant', 'PAYING', 1, '2099-01-01', 0, '2099-01-01', 'account:1',
                    utc_timestamp(6), 1)\
            """, number, member, Province.VILLAGES.get((int) (member % Province.VILLAGES.size())), fen);
        return new Trade(
                number,
                "t" + number,
                "test-merchant",
                Trade.State.SUCCESS,
                fen,
                "CNY",
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private byte[] paid(Trade trade) {
        return json.writeValueAsBytes(new Told(UUID.randomUUID().toString(), TakeCallback.PAID, trade));
    }

    private static Seal signed(byte[] body) {
        return Signatures.sign(PROVIDER, Signatures.CALLBACK, body, Instant.now());
    }

    private @Nullable String refused(Seal seal, byte[] body) {
        try {
            takeCallback.take(seal, body);
            return null;
        } catch (ProblemException e) {
            return e.code();
        }
    }

    private int postings(Trade trade) {
        return template.queryForObject(
                "select count(*) from posting p join pay_order o on p.cause = concat('online:', o.id) where o.number ="
                        + " ?",
                Integer.class,
                trade.number());
    }

    private String state(Trade trade) {
        return template.queryForObject("select state from pay_order where number = ?", String.class, trade.number());
    }

    @ParameterizedTest
    @CsvSource({
        "number, trade.order-unknown",
        "trade, trade.not-paid",
        "state, trade.not-paid",
        "merchant, trade.other-merchant",
        "currency, trade.other-currency",
        "more, trade.other-amount",
        "less, trade.other-amount",
        "early, trade.wrong-time",
        "late, trade.wrong-time"
    })
    void booksNothingThatIsNotWhatWasOrdered(String what, String code) {
        var trade = order(1500);
        var told = wrong(what).apply(trade);
        byte[] body = paid(told);

        assertThat(refused(signed(body), body)).isEqualTo(code);
        assertThat(postings(trade)).isZero();
        assertThat(state(trade)).isEqualTo("PAYING");

        byte[] right = paid(trade);
        assertThat(refused(signed(right), right)).isNull();
        assertThat(postings(trade)).isEqualTo(1);
    }

    private static UnaryOperator<Trade> wrong(String what) {
        return trade -> new Trade(
                what.equals("number") ? "0123" : trade.number(),
                what.equals("trade") ? null : trade.trade(),
                what.equals("merchant") ? "somebody-else" : trade.merchant(),
                what.equals("state") ? Trade.State.NOT_PAID : trade.state(),
                what.equals("more") ? trade.fen() + 1 : what.equals("less") ? 1 : trade.fen(),
                what.equals("currency") ? "USD" : trade.currency(),
                what.equals("early")
                        ? Instant.now().minusSeconds(3600)
                        : what.equals("late") ? Instant.now().plusSeconds(3600) : trade.paidAt());
    }

    @Test
    void believesNobodyElse() {
        var trade = order(1500);
        byte[] body = paid(trade);
        var forger = Signatures.privateKey(SandboxKeys.merchantKey());
        var now = Instant.now();

        assertThat(refused(Signatures.sign(forger, Signatures.CALLBACK, body, now), body))
                .isEqualTo("callback.not-signed");
        assertThat(refused(new Seal(null, null, null), body)).isEqualTo("callback.not-signed");
        assertThat(refused(Signatures.sign(PROVIDER, Signatures.CALLBACK, body, now.minusSeconds(301)), body))
                .isEqualTo("callback.not-signed");
        assertThat(refused(signed(paid(order(1500))), body)).isEqualTo("callback.not-signed");
        assertThat(refused(Signatures.sign(PROVIDER, "ANSWER 200", body, now), body))
                .isEqualTo("callback.not-signed");
        assertThat(postings(trade)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "{}", "{\"id\":\"1\"}", "{\"id\":\"1\",\"kind\":\"x\",\"trade\":{}}", "<xml/>"
            })
    void understandsNothingElse(String text) {
        byte[] body = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(refused(signed(body), body)).isEqualTo("callback.malformed");
    }

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

    @Test
    void hearsOnlyOfKindsThatItKnows() {
        var trade = order(1500);
        byte[] body = json.writeValueAsBytes(new Told("k1-" + trade.number(), "COUPON.USE", trade));

        assertThat(refused(signed(body), body)).isEqualTo("callback.other-kind");
        assertThat(postings(trade)).isZero();
    }

    @Test
    void takesTheSameAgainAndUsesANumberOnce() {
        var first = order(1500);
        var second = order(1500);
        byte[] body = paid(first);
        var seal = signed(body);

        assertThat(refused(seal, body)).isNull();
        assertThat(refused(seal, body)).isNull();
        assertThat(refused(signed(body), body)).isNull();
        byte[] other = paid(second);
        template.update("update provider_callback set nonce = 'used' where nonce = ?", seal.nonce());
        var used = signedWith("used", other);
        assertThat(refused(used, other)).isEqualTo("callback.replayed");
        assertThat(postings(first)).isEqualTo(1);
        assertThat(postings(second)).isZero();
    }

    private static Seal signedWith(String nonce, byte[] body) {
        String time = String.valueOf(Instant.now().getEpochSecond());
        try {
            var signature = java.security.Signature.getInstance("SHA256withRSA");
            signature.initSign(PROVIDER);
            signature.update((Signatures.CALLBACK + "\n" + time + "\n" + nonce + "\n").getBytes());
            signature.update(body);
            signature.update((byte) '\n');
            return new Seal(time, nonce, java.util.Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void booksNoPaymentOfAnotherOrder() {
        var first = order(1500);
        var second = order(1500);
        byte[] body = paid(first);
        assertThat(refused(signed(body), body)).isNull();

        byte[] twice = paid(new Trade(
                first.number(), "another", first.merchant(), first.state(), first.fen(), "CNY", first.paidAt()));
        byte[] stolen = paid(new Trade(
                second.number(), first.trade(), first.merchant(), first.state(), first.fen(), "CNY", first.paidAt()));

        assertThat(refused(signed(twice), twice)).isEqualTo("trade.other-trade");
        assertThat(refused(signed(stolen), stolen)).isEqualTo("trade.other-trade");
        assertThat(postings(first)).isEqualTo(1);
        assertThat(postings(second)).isZero();
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
