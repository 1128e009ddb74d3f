package cn.dangjian.dues.book;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Province;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a branch takes of its members, and what it takes back. */
class PaymentApiTest extends RunningDues {

    private static final long BRANCH = Province.VILLAGE;

    @Autowired
    JdbcTemplate template;

    /** A member who owes 15.00 of this month. */
    private long owing() {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", "3000", NOW);
        payers.bill(Province.COUNTY, NOW);
        payers.settled();
        return member;
    }

    @Test
    void settlesTheOldestMonthFirst() {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", "3000", NOW.minusMonths(1));
        payers.bill(Province.COUNTY, NOW.minusMonths(1));
        payers.bill(Province.COUNTY, NOW);
        payers.settled();

        assertThat(payers.pay(BRANCH, member, "20.00").status()).isEqualTo(201);

        var dues = payers.get(BRANCH, "/v1/members/" + member + "/dues").json();
        assertThat(dues.path("open").asString()).isEqualTo("10.00");
        assertThat(dues.path("paidUntil").asString())
                .isEqualTo(NOW.minusMonths(1).toString());
        assertThat(dues.at("/months/1/paid").asString()).isEqualTo("5.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0.00        | CASH      | MEMBER   |   | payment.amount-impossible
        -15.00      | CASH      | MEMBER   |   | payment.amount-impossible
        10000000.01 | CASH      | MEMBER   |   | payment.amount-impossible
        15.00       | DEDUCTION | MEMBER   |   | payment.from-pay
        15.00       | CASH      | RELATIVE |   | payment.payer-missing
        60.01       | CASH      | MEMBER   |   | payment.too-much
        """)
    void refusesWhatCannotBeAndBooksNothing(String amount, String way, String by, String payer, String code) {
        long member = owing();

        var answer = payers.pay(BRANCH, member, amount, Map.of("way", way, "by", by));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo(code);
        assertThat(payers.open(BRANCH, member)).isEqualTo("15.00");
    }

    @Test
    void takesThreeMonthsAheadAndNoMore() {
        long member = owing();

        assertThat(payers.pay(BRANCH, member, "60.00").status()).isEqualTo(201);

        assertThat(payers.open(BRANCH, member)).isEqualTo("-45.00");
    }

    @Test
    void asksBeforeItBooksTheSameCashTwice() {
        long member = owing();
        payers.pay(BRANCH, member, "15.00");

        var again = payers.pay(BRANCH, member, "15.00");
        var second = payers.pay(BRANCH, member, "15.00", Map.of("again", true));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("payment.booked-already");
        assertThat(second.status()).as(second.toString()).isEqualTo(201);
        assertThat(payers.open(BRANCH, member)).isEqualTo("-15.00");
    }

    @Test
    void booksTheSameCashOnceWhenTwoDoItAtOnce() throws Exception {
        long member = owing();
        try (var two = Executors.newFixedThreadPool(2)) {
            var answers = two.invokeAll(List.<Callable<Integer>>of(
                    () -> payers.pay(BRANCH, member, "15.00").status(),
                    () -> payers.pay(BRANCH, member, "15.00").status()));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
        }
        assertThat(payers.open(BRANCH, member)).isEqualTo("0.00");
    }

    @Test
    void takesAWrongBookingBackOnce() {
        long member = owing();
        long payment = payers.pay(BRANCH, member, "15.00").json().path("id").asLong();

        var reversed = payers.post(BRANCH, "/v1/payments/" + payment + "/reversal", Map.of("reason", "记错人"));
        var again = payers.post(BRANCH, "/v1/payments/" + payment + "/reversal", Map.of("reason", "记错人"));

        assertThat(reversed.status()).as(reversed.toString()).isEqualTo(200);
        assertThat(reversed.json().path("reversedBy").asLong()).isPositive();
        assertThat(again.problem()).isEqualTo("payment.reversed-already");
        assertThat(payers.open(BRANCH, member)).isEqualTo("15.00");
        assertThat(payers.pay(BRANCH, member, "15.00").status()).isEqualTo(201);
    }

    @Test
    void returnsWhatWasPaidOverAndNoMore() {
        long member = owing();
        payers.pay(BRANCH, member, "20.00");
        var refund = Map.of("amount", "5.00", "day", TODAY.toString(), "way", "CASH", "reason", "多交");

        var more = payers.post(
                BRANCH,
                "/v1/members/" + member + "/refunds",
                Map.of("amount", "5.01", "day", TODAY.toString(), "way", "CASH", "reason", "多交"));
        var returned = payers.post(BRANCH, "/v1/members/" + member + "/refunds", refund);
        var again = payers.post(BRANCH, "/v1/members/" + member + "/refunds", refund);

        assertThat(more.problem()).isEqualTo("payment.nothing-over");
        assertThat(returned.status()).as(returned.toString()).isEqualTo(201);
        assertThat(again.problem()).isEqualTo("payment.nothing-over");
        assertThat(payers.open(BRANCH, member)).isEqualTo("0.00");
    }

    @Test
    void keepsLargeGiftsForTheCentreApart() {
        long member = owing();
        var body = Map.of("amount", "1000.01", "day", TODAY.toString(), "way", "TRANSFER", "by", "MEMBER");

        var gift = payers.post(BRANCH, "/v1/members/" + member + "/gifts", body);
        var small = payers.post(
                BRANCH,
                "/v1/members/" + member + "/gifts",
                Map.of("amount", "1000.00", "day", TODAY.toString(), "way", "TRANSFER", "by", "MEMBER"));

        assertThat(gift.status()).as(gift.toString()).isEqualTo(201);
        assertThat(small.problem()).isEqualTo("payment.not-a-gift");
        assertThat(payers.open(BRANCH, member)).isEqualTo("15.00");
    }

    @Test
    void isBookedByTheBranchAloneAndSeenByWhoeverIsAbove() {
        long member = owing();
        assertThat(payers.pay(Province.COUNTY, member, "15.00").problem()).isEqualTo("payment.not-branch");
        assertThat(payers.pay(Province.OTHER_VILLAGE, member, "15.00").problem())
                .isEqualTo("dues.member-unknown");
        long payment = payers.pay(BRANCH, member, "15.00").json().path("id").asLong();

        assertThat(payers.get(Province.COUNTY, "/v1/payments/" + payment).status())
                .isEqualTo(200);
        assertThat(payers.get(Province.OTHER_COUNTY, "/v1/payments/" + payment).status())
                .isEqualTo(404);
        assertThat(payers.get(Province.OTHER_COUNTY, "/v1/payments?limit=200")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(row -> row.path("id").asLong()))
                .doesNotContain(payment);
    }

    @Test
    void noticesBooksThatAreWrong() {
        long member = owing();
        long payment = payers.pay(BRANCH, member, "15.00").json().path("id").asLong();
        assertThat(trial().path("balanced").asBoolean()).as(trial().toString()).isTrue();

        template.update("update entry set fen = 1 where posting_id = ?", payment);
        template.update("delete from entry where posting_id = ?", payment);
        var wrong = trial();
        template.update(
                "insert into entry (posting_id, line, fund, debit, debit_owner, credit, credit_owner, fen)"
                        + " values (?, 1, 'DUES', 'CASH', ?, 'MEMBER', ?, 1500)",
                payment,
                BRANCH,
                member);

        assertThat(wrong.path("balanced").asBoolean()).isFalse();
        assertThat(wrong.at("/wrong/0/posting").asLong()).isEqualTo(payment);
        assertThat(trial().path("balanced").asBoolean()).isTrue();
    }

    private tools.jackson.databind.JsonNode trial() {
        return api.get("/v1/trial-balance").as(tokens.administrator()).send().json();
    }
}
