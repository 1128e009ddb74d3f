package cn.dangjian.dues.match.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.Online;
import cn.dangjian.testkit.Province;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The provider's list held against bookings: five results, and how each is settled. */
class ReconcileTest extends Reconciliation {

    @Test
    void findsFiveResultsOfTheProvidersList() {
        String right = number();
        String twice = number();
        String here = number();
        String there = number();
        String other = number();
        long matched = order(right, 1500L);
        line("PROVIDER", right, "t" + right, 1500, matched);
        long paidTwice = order(twice, 1500L);
        line("PROVIDER", twice, "second" + twice, 1500, paidTwice);
        line("PROVIDER", twice, "t" + twice, 1500, paidTwice);
        long missingHere = order(here, null);
        line("PROVIDER", here, "t" + here, 1500, missingHere);
        long missingThere = order(there, 1500L);
        long otherAmount = order(other, 1500L);
        line("PROVIDER", other, "t" + other, 1499, otherAmount);

        var sums = again("PROVIDER");

        assertThat(result(finding(matched))).isEqualTo("MATCHED SETTLED");
        assertThat(result(finding(missingHere))).isEqualTo("MISSING_HERE OPEN");
        assertThat(result(finding(missingThere))).isEqualTo("MISSING_THERE OPEN");
        assertThat(result(finding(otherAmount))).isEqualTo("OTHER_AMOUNT OPEN");
        assertThat(findings(paidTwice).valueStream().map(Reconciliation::result))
                .containsExactlyInAnyOrder("MATCHED SETTLED", "TWICE OPEN");
        assertThat(sums.path("settled").asBoolean()).isFalse();
        assertThat(sums.path("sums")
                        .valueStream()
                        .map(sum -> sum.path("result").asString() + " "
                                + sum.path("count").asInt() + " "
                                + sum.path("amount").asString()))
                .containsExactlyInAnyOrder(
                        "MATCHED 2 30.00",
                        "MISSING_HERE 1 15.00",
                        "MISSING_THERE 1 15.00",
                        "OTHER_AMOUNT 1 14.99",
                        "TWICE 1 15.00");
        assertThat(payers.get(Province.OTHER_COUNTY, "/v1/reconciliation?day=" + day)
                        .json()
                        .path("sums"))
                .isEmpty();
    }

    @Test
    void findsTheSameAgainAndLessWhenItHasBecomeRight() {
        String late = number();
        long member = order(late, null);
        line("PROVIDER", late, "t" + late, 1500, member);
        again("PROVIDER");
        assertThat(result(finding(member))).isEqualTo("MISSING_HERE OPEN");
        again("PROVIDER");
        assertThat(findings(member)).hasSize(1);

        template.update(
                "update pay_order set state = 'PAID', is_open = null, trade = ?, posting_id = ? where number = ?",
                "t" + late,
                posting(member, 1500, "ONLINE"),
                late);
        again("PROVIDER");

        assertThat(result(finding(member))).isEqualTo("MATCHED SETTLED");
        assertThat(findings(member)).hasSize(1);
    }

    @Test
    void findsABookingOfTheDayBeforeAroundMidnight() {
        String number = number();
        long member = order(number, 1500L);
        line("PROVIDER", number(), "somebody" + number, 1, null);
        again("PROVIDER");
        assertThat(result(finding(member))).isEqualTo("MISSING_THERE OPEN");

        day = day.plusDays(200);
        line("PROVIDER", number, "t" + number, 1500, member);
        again("PROVIDER");

        assertThat(result(finding(member))).isEqualTo("MATCHED SETTLED");
        day = day.minusDays(200);
        assertThat(findings(member)).isEmpty();
    }

    @Test
    void settlesEachInItsWayAndOnce() {
        String here = number();
        String there = number();
        String other = number();
        long missingHere = order(here, null);
        line("PROVIDER", here, "t" + here, 1500, missingHere);
        long missingThere = order(there, 1500L);
        long otherAmount = order(other, 1500L);
        line("PROVIDER", other, "t" + other, 1499, otherAmount);
        again("PROVIDER");

        assertThat(settle(finding(missingHere), "reversal").problem()).isEqualTo("finding.other-way");
        assertThat(settle(finding(missingThere), "booking").problem()).isEqualTo("finding.other-way");
        assertThat(payers.post(
                                BRANCH,
                                "/v1/findings/"
                                        + finding(missingHere).path("id").asLong() + "/note",
                                Map.of("reason", "x"))
                        .problem())
                .isEqualTo("statement.not-county");

        var booked = settle(finding(missingHere), "booking");
        assertThat(booked.status()).as(booked.toString()).isEqualTo(200);
        assertThat(booked.json().path("way").asString()).isEqualTo("BOOKED");
        assertThat(booked.json().path("settledBy").asString()).isEqualTo("account:" + COUNTY);
        assertThat(settle(finding(missingThere), "reversal").status()).isEqualTo(200);
        assertThat(settle(finding(otherAmount), "refund").status()).isEqualTo(200);
        assertThat(settle(finding(otherAmount), "note").problem()).isEqualTo("finding.settled-already");

        assertThat(template.queryForObject("select state from pay_order where number = ?", String.class, here))
                .isEqualTo("PAID");
        assertThat(template.queryForObject("select refund_reason from pay_order where number = ?", String.class, other))
                .isEqualTo("已核对");
        var sums = again("PROVIDER");
        assertThat(sums.path("settled").asBoolean()).as(sums.toString()).isTrue();
        new Online(payers, api, tokens, jdbc).isBalanced();
    }
}
