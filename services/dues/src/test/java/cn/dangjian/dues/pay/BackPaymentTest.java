package cn.dangjian.dues.pay;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dues are paid at most six months back, unless somebody has allowed it. */
class BackPaymentTest extends RunningDues {

    private static final long BRANCH = Province.OTHER_VILLAGE;

    /** A member who owes 15.00 of a month some months ago, and nothing since. */
    private long owing(int monthsAgo) {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", "3000", NOW.minusMonths(monthsAgo));
        payers.bill(Province.OTHER_COUNTY, NOW.minusMonths(monthsAgo));
        payers.settled();
        return member;
    }

    private String paid(long member, String amount, LocalDate day) {
        return payers.pay(BRANCH, member, amount, Map.of("day", day.toString())).problem();
    }

    @ParameterizedTest
    @CsvSource({
        // months ago, the day of the payment: the first or the last one of a month some months ago; the problem
        "6, FIRST, 0, ",
        "6, TODAY, 0, ",
        "7, FIRST, 0, payment.too-far-back",
        "7, LAST,  1, ",
        "8, LAST,  1, payment.too-far-back",
        "8, LAST,  2, ",
    })
    void isTakenForSixMonths(int monthsAgo, String at, int before, String problem) {
        long member = owing(monthsAgo);
        var month = NOW.minusMonths(before);
        var day =
                switch (at) {
                    case "FIRST" -> month.atDay(1);
                    case "LAST" -> month.atEndOfMonth();
                    default -> TODAY;
                };

        assertThat(paid(member, "0.01", day)).isEqualTo(problem);
    }

    @Test
    void isTakenFurtherBackWithADocumentAlone() {
        long member = owing(9);

        var refused = payers.pay(BRANCH, member, "15.00");
        var taken = payers.pay(BRANCH, member, "15.00", Map.of("document", "虚批复〔2026〕3号"));

        assertThat(refused.problem()).isEqualTo("payment.too-far-back");
        assertThat(refused.json().path("detail").asString())
                .contains(NOW.minusMonths(9).toString(), "第十二条");
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        assertThat(taken.json().path("document").asString()).isEqualTo("虚批复〔2026〕3号");
    }

    /** What is settled already does not lie back. */
    @Test
    void looksAtMonthsThatAreOpen() {
        long member = owing(9);
        payers.pay(BRANCH, member, payers.open(BRANCH, member), Map.of("document", "虚批复〔2026〕4号"));
        payers.bill(Province.OTHER_COUNTY, NOW);
        payers.settled();

        var answer = payers.pay(BRANCH, member, "0.01");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("document").isNull()).isTrue();
    }
}
