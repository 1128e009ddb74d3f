package cn.dangjian.dues.online.order;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.SandboxKeys;
import cn.dangjian.dues.online.provider.Signatures;
import cn.dangjian.dues.online.provider.Signatures.Seal;
import cn.dangjian.dues.online.provider.Trade;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody tells in the name of the provider, and what it tells that cannot be. */
class CallbackTest extends Callbacks {

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
}
