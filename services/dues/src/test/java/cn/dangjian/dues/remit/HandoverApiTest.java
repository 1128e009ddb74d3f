package cn.dangjian.dues.remit;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Money goes up tier by tier; what should go is computed of what was booked. */
class HandoverApiTest extends RunningDues {

    private static final long BRANCH = 11121;
    private static final long TOWNSHIP = Province.SECOND_TOWNSHIP;

    /** A member of the branch has paid this. */
    private void collected(String pay, String amount) {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", pay, NOW);
        payers.bill(Province.COUNTY, NOW);
        payers.settled();
        var paid = payers.pay(BRANCH, member, amount);
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        payers.settled();
    }

    private Api.Answer send(long unit, String amount) {
        return payers.post(
                unit,
                "/v1/units/" + unit + "/handovers",
                Map.of("fund", "DUES", "until", NOW.toString(), "amount", amount, "day", TODAY.toString()));
    }

    private Api.Answer receive(long unit, long handover, String amount, String note) {
        var body = new HashMap<String, Object>(Map.of("amount", amount, "day", TODAY.toString(), "receipt", "虚收据1号"));
        if (!note.isEmpty()) body.put("note", note);
        return payers.post(unit, "/v1/handovers/" + handover + "/receipt", body);
    }

    @Test
    void goesUpAsFarAsItIsReceived() {
        collected("3000", "15.00");
        var before = payers.get(BRANCH, "/v1/units/" + BRANCH + "/share").json();
        long arrived = received();

        long handover = send(BRANCH, "15.00").json().path("id").asLong();
        assertThat(share(BRANCH, "underway")).isEqualTo("15.00");
        var stranger = receive(Province.COUNTY, handover, "15.00", "");
        var received = receive(TOWNSHIP, handover, "15.00", "");

        assertThat(before.path("holds").asString()).isNotEqualTo("0.00");
        assertThat(stranger.problem()).isEqualTo("handover.not-receiver");
        assertThat(received.status()).as(received.toString()).isEqualTo(200);
        assertThat(receive(TOWNSHIP, handover, "15.00", "").problem()).isEqualTo("handover.received-already");
        assertThat(share(BRANCH, "underway")).isEqualTo("0.00");
        payers.settled();
        assertThat(received() - arrived).isEqualTo(1500);
    }

    @Test
    void sendsNoMoreThanThereIs() {
        collected("3000", "15.00");

        var answer = send(BRANCH, "100000.00");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("handover.not-there");
    }

    @Test
    void saysWhyLessHasArrived() {
        collected("3000", "15.00");
        long handover = send(BRANCH, "10.00").json().path("id").asLong();

        assertThat(receive(TOWNSHIP, handover, "9.00", "").problem()).isEqualTo("handover.note-missing");
        assertThat(receive(TOWNSHIP, handover, "10.01", "").problem()).isEqualTo("handover.more-than-sent");
        assertThat(receive(TOWNSHIP, handover, "0.00", "").problem()).isEqualTo("payment.amount-impossible");
        assertThat(receive(TOWNSHIP, handover, "9.00", "少一元，待查").status()).isEqualTo(200);
        assertThat(share(BRANCH, "underway")).isEqualTo("0.00");
    }

    @Test
    void computesWhatTheProvincePassesOnToTheCentre() {
        collected("3000", "15.00");

        var share = payers.get(Province.PROVINCE, "/v1/units/" + Province.PROVINCE + "/share")
                .json();

        assertThat(share.path("percent").asInt()).isEqualTo(5);
        assertThat(share.path("source").asString()).contains("第十五条");
        long collected = fen(share.path("collected").asString());
        assertThat(fen(share.path("due").asString())).isEqualTo((collected * 5 + 50) / 100);
        assertThat(payers.get(BRANCH, "/v1/units/" + BRANCH + "/share")
                        .json()
                        .path("due")
                        .isNull())
                .isTrue();
    }

    @Test
    void addsUpToTheSameAtEveryTier() {
        collected("3333.33", "33.33");
        collected("7777.77", "116.67");

        long province = collectedAt(Province.PROVINCE);
        long children = parts(Province.PROVINCE);

        assertThat(province).isEqualTo(children).isPositive();
        assertThat(collectedAt(Province.COUNTY))
                .isEqualTo(parts(Province.COUNTY))
                .isPositive();
        assertThat(collectedAt(TOWNSHIP)).isEqualTo(parts(TOWNSHIP)).isPositive();
    }

    private long received() {
        return fen(payers.get(Province.COUNTY, "/v1/units/" + TOWNSHIP + "/totals")
                .json()
                .at("/all/received")
                .asString());
    }

    private long collectedAt(long unit) {
        return fen(payers.get(Province.PROVINCE, "/v1/units/" + unit + "/totals")
                .json()
                .at("/all/collected")
                .asString());
    }

    private long parts(long unit) {
        return payers.get(Province.PROVINCE, "/v1/units/" + unit + "/totals")
                .json()
                .path("parts")
                .valueStream()
                .mapToLong(part -> fen(part.at("/figures/collected").asString()))
                .sum();
    }

    private String share(long unit, String figure) {
        return payers.get(unit, "/v1/units/" + unit + "/share")
                .json()
                .path(figure)
                .asString();
    }

    private static long fen(String yuan) {
        return new java.math.BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}
