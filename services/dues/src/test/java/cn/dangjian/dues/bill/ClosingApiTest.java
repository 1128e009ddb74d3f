package cn.dangjian.dues.bill;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.dues.Tree;
import cn.dangjian.testkit.Api;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A closed month stays as it was published; what becomes known later counts in the first open one. */
class ClosingApiTest extends RunningDues {

    private static final YearMonth LAST = NOW.minusMonths(1);
    private static final long CITY = 41;
    private static final long COUNTY = 411;
    private static final long OTHER_COUNTY = 412;
    private static final long TOWNSHIP = 4111;
    private static final long BRANCH = 41111;

    @BeforeEach
    void aTreeWithNothingClosed() {
        new Tree(4, broker, jdbc).settle();
        jdbc.sql("delete from closing").update();
    }

    private Api.Answer close(long unit, YearMonth month) {
        return payers.post(unit, "/v1/units/" + unit + "/closings", Map.of("month", month.toString()));
    }

    private Api.Answer reopen(long from, long unit, YearMonth month) {
        return payers.post(
                from, "/v1/units/" + unit + "/reopenings", Map.of("month", month.toString(), "document", "虚文〔2026〕8号"));
    }

    /** A member who owes 15.00 of each month since the one before the last. */
    private long owing(YearMonth... months) {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", "3000", LAST.minusMonths(1));
        for (var month : months) payers.bill(COUNTY, month);
        payers.settled();
        return member;
    }

    private Api.Answer pay(long member, LocalDate day) {
        return payers.pay(BRANCH, member, "1.00", Map.of("day", day.toString(), "again", true));
    }

    @Test
    void takesNoBookingAnyMore() {
        long member = owing(LAST, NOW);
        assertThat(pay(member, LAST.atDay(5)).status()).isEqualTo(201);

        var closed = close(COUNTY, LAST);
        var late = pay(member, LAST.atEndOfMonth());

        assertThat(closed.status()).as(closed.toString()).isEqualTo(201);
        assertThat(closed.json().path("firstOpen").asString())
                .isEqualTo(NOW.atDay(1).toString());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("book.month-closed");
        assertThat(late.json().path("detail").asString()).contains(NOW.atDay(1).toString());
        assertThat(pay(member, TODAY).status()).isEqualTo(201);
        var sent = Map.of(
                "fund",
                "DUES",
                "until",
                LAST.toString(),
                "amount",
                "1.00",
                "day",
                LAST.atEndOfMonth().toString());
        assertThat(payers.post(BRANCH, "/v1/units/" + BRANCH + "/handovers", sent)
                        .problem())
                .isEqualTo("book.month-closed");
        assertThat(payers.get(BRANCH, "/v1/units/" + BRANCH + "/closings")
                        .json()
                        .path("firstOpen")
                        .asString())
                .isEqualTo(NOW.atDay(1).toString());
        assertThat(dated(member, LAST)).isEqualTo(1);
    }

    @Test
    void staysWhatItWasAndIsCorrectedInTheOpenMonth() {
        long member = owing(LAST, NOW);
        close(COUNTY, LAST);
        payers.settled();
        var published = sums(LAST);
        long open = sums(NOW).getFirst();

        payers.base(BRANCH, member, "SALARY", "6000", LAST);
        payers.settled();

        assertThat(sums(LAST)).isEqualTo(published);
        assertThat(sums(NOW).getFirst() - open).as("75.00 of each month").isEqualTo(15000);
        assertThat(payers.explanation(BRANCH, member, LAST).path("due").asString())
                .isEqualTo("90.00");
        assertThat(payers.open(BRANCH, member)).isEqualTo("180.00");
    }

    @Test
    void countsSomebodyWhoBecomesKnownLaterInTheOpenMonth() {
        owing(LAST, NOW);
        close(COUNTY, LAST);
        payers.settled();
        var published = sums(LAST);

        long late = owing();

        assertThat(sums(LAST)).isEqualTo(published);
        assertThat(payers.open(BRANCH, late)).isEqualTo("30.00");
        assertThat(jdbc.sql("select distinct booked_month from bill where member_id = :late")
                        .param("late", late)
                        .query(LocalDate.class)
                        .list())
                .containsExactly(NOW.atDay(1));
    }

    @Test
    void isClosedInOrderByWhoeverAnswersForIt() {
        owing(LAST, NOW);
        payers.bill(OTHER_COUNTY, LAST);

        assertThat(close(COUNTY, NOW).problem()).isEqualTo("closing.not-over");
        assertThat(close(TOWNSHIP, LAST).problem()).isEqualTo("closing.not-own");
        assertThat(payers.post(CITY, "/v1/units/" + COUNTY + "/closings", Map.of("month", LAST.toString()))
                        .problem())
                .isEqualTo("closing.not-own");
        assertThat(close(COUNTY, LAST.minusMonths(7)).problem()).isEqualTo("closing.not-billed");
        payers.bill(CITY, LAST);
        assertThat(close(CITY, LAST).problem()).isEqualTo("closing.open-below");
        assertThat(close(COUNTY, LAST).status()).isEqualTo(201);
        assertThat(close(COUNTY, LAST).problem()).isEqualTo("closing.not-next");
        assertThat(close(COUNTY, LAST.minusMonths(1)).problem()).isEqualTo("closing.not-next");
        assertThat(close(OTHER_COUNTY, LAST).status()).isEqualTo(201);
        assertThat(close(CITY, LAST).status()).isEqualTo(201);
    }

    @Test
    void isReopenedByTheUnitAboveWithADocument() {
        long member = owing(LAST, NOW);
        payers.bill(CITY, LAST);
        close(COUNTY, LAST);
        close(OTHER_COUNTY, LAST);
        close(CITY, LAST);

        assertThat(reopen(COUNTY, COUNTY, LAST).problem()).isEqualTo("closing.not-above");
        assertThat(reopen(4, COUNTY, LAST).problem()).isEqualTo("closing.not-above");
        assertThat(reopen(CITY, COUNTY, LAST).problem()).isEqualTo("closing.closed-above");
        assertThat(reopen(4, CITY, LAST.minusMonths(1)).problem()).isEqualTo("closing.not-last");
        assertThat(reopen(4, CITY, LAST).status()).isEqualTo(200);
        assertThat(pay(member, LAST.atDay(9)).problem()).isEqualTo("book.month-closed");
        var reopened = reopen(CITY, COUNTY, LAST);

        assertThat(reopened.status()).as(reopened.toString()).isEqualTo(200);
        assertThat(reopened.json().at("/closings/0/document").asString()).isEqualTo("虚文〔2026〕8号");
        assertThat(pay(member, LAST.atDay(9)).status()).isEqualTo(201);
        assertThat(close(COUNTY, LAST).status()).isEqualTo(201);
    }

    /** Whoever books while the month is closed is in it before, or is refused: nothing comes into it afterwards. */
    @Test
    void isClosedForAllAtOnce() throws Exception {
        long member = owing(LAST, NOW);
        var clerks = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 24; i++) {
            var day = LAST.atDay(1 + i);
            clerks.add(() -> pay(member, day).status());
        }
        try (var many = Executors.newFixedThreadPool(8)) {
            var answers = clerks.stream().map(many::submit).toList();
            assertThat(close(COUNTY, LAST).status()).isEqualTo(201);
            int then = dated(member, LAST);
            int booked = 0;
            for (var answer : answers) {
                assertThat(answer.get()).isIn(201, 409);
                if (answer.get() == 201) booked++;
            }

            assertThat(dated(member, LAST)).isEqualTo(then).isEqualTo(booked);
        }
    }

    private int dated(long member, YearMonth month) {
        return jdbc.sql("select count(*) from posting where member_id = :member and day between :from and :to")
                .param("member", member)
                .param("from", month.atDay(1))
                .param("to", month.atEndOfMonth())
                .query(Integer.class)
                .single();
    }

    /** Billed, collected, and of how many, of the county. */
    private List<Long> sums(YearMonth month) {
        return jdbc.sql("""
            select coalesce(sum(billed), 0), coalesce(sum(collected), 0), coalesce(sum(payers), 0)
              from tier_month where path = (select path from unit where id = :county) and month = :month\
            """)
                .param("county", COUNTY)
                .param("month", month.atDay(1))
                .query((row, number) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }
}
