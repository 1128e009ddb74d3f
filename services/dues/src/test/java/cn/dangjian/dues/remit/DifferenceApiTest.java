package cn.dangjian.dues.remit;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What did not arrive has come later, or is given up by two: by who sent it and by who should have received it. */
class DifferenceApiTest extends RunningDues {

    private static final long BRANCH = Province.THIRD_VILLAGE;
    private static final long TOWNSHIP = Province.TOWNSHIP;

    /** Of 10.00 that were sent one is missing. */
    private long handover() {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", "3000", NOW);
        payers.bill(Province.COUNTY, NOW);
        payers.settled();
        payers.pay(BRANCH, member, "15.00");
        long handover = payers.post(
                        BRANCH,
                        "/v1/units/" + BRANCH + "/handovers",
                        Map.of("fund", "DUES", "until", NOW.toString(), "amount", "10.00", "day", TODAY.toString()))
                .json()
                .path("id")
                .asLong();
        var received = post(
                TOWNSHIP,
                handover,
                "receipt",
                Map.of("amount", "9.00", "day", TODAY.toString(), "receipt", "虚收据1号", "note", "少一元，待查"));
        assertThat(received.status()).as(received.toString()).isEqualTo(200);
        return handover;
    }

    private Api.Answer post(long unit, long handover, String what, Map<String, Object> body) {
        return api.post("/v1/handovers/" + handover + "/" + what, body)
                .as(tokens.at(unit))
                .key()
                .header("If-Match", "\"1\"")
                .send();
    }

    private Api.Answer found(long unit, long handover, String amount) {
        return post(
                unit,
                handover,
                "late-arrivals",
                Map.of("amount", amount, "day", TODAY.toString(), "receipt", "虚收据2号", "note", "银行晚到"));
    }

    private Api.Answer askLoss(long unit, long handover, String amount) {
        return post(unit, handover, "losses", Map.of("amount", amount, "document", "虚情况说明1号", "note", "途中遗失"));
    }

    private Api.Answer decide(long unit, long account, long loss, boolean approved) {
        return api.post("/v1/losses/" + loss + "/decision", Map.of("approved", approved, "document", "虚批复1号"))
                .as(tokens.at(unit, account))
                .key()
                .header("If-Match", "\"1\"")
                .send();
    }

    private String missing(long handover) {
        return payers.get(TOWNSHIP, "/v1/handovers/" + handover + "/differences")
                .json()
                .path("missing")
                .asString();
    }

    @Test
    void isFoundByWhoReceivesItAndNoMoreThanIsMissing() {
        long handover = handover();

        assertThat(found(BRANCH, handover, "0.40").problem()).isEqualTo("handover.not-receiver");
        assertThat(found(TOWNSHIP, handover, "0.00").problem()).isEqualTo("payment.amount-impossible");
        assertThat(found(TOWNSHIP, handover, "1.01").problem()).isEqualTo("difference.more-than-missing");
        assertThat(missing(handover)).isEqualTo("1.00");
        assertThat(found(TOWNSHIP, handover, "0.40").status()).isEqualTo(201);
        assertThat(missing(handover)).isEqualTo("0.60");
        assertThat(found(TOWNSHIP, handover, "0.61").problem()).isEqualTo("difference.more-than-missing");
        assertThat(balance(handover)).containsExactly("FOUND 40");
    }

    @Test
    void isGivenUpByTwoAndOnce() {
        long handover = handover();

        assertThat(askLoss(TOWNSHIP, handover, "1.00").problem()).isEqualTo("handover.not-sender");
        long loss = askLoss(BRANCH, handover, "1.00").json().path("id").asLong();
        assertThat(missing(handover)).isEqualTo("0.00");
        assertThat(found(TOWNSHIP, handover, "0.01").problem()).isEqualTo("difference.more-than-missing");
        assertThat(decide(BRANCH, BRANCH, loss, true).problem()).isEqualTo("handover.not-receiver");
        assertThat(decide(TOWNSHIP, BRANCH, loss, true).problem()).isEqualTo("difference.same-person");
        assertThat(balance(handover)).isEmpty();

        var decided = decide(TOWNSHIP, TOWNSHIP, loss, true);

        assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
        assertThat(decide(TOWNSHIP, TOWNSHIP, loss, true).problem()).isEqualTo("version.stale");
        assertThat(balance(handover)).containsExactly("GIVEN_UP 100");
    }

    @Test
    void isMissingAgainWhenItIsNotGivenUp() {
        long handover = handover();
        long loss = askLoss(BRANCH, handover, "1.00").json().path("id").asLong();

        assertThat(decide(TOWNSHIP, TOWNSHIP, loss, false).status()).isEqualTo(200);

        assertThat(missing(handover)).isEqualTo("1.00");
        assertThat(balance(handover)).isEmpty();
    }

    /** The bookings of what became of it. */
    private java.util.List<String> balance(long handover) {
        return jdbc.sql("""
            select concat(p.kind, ' ', p.fen) from difference d
              join posting p on p.cause in (concat('found:', d.id), concat('given-up:', d.id))
             where d.remittance_id = :handover order by p.id\
            """).param("handover", handover).query(String.class).list();
    }
}
