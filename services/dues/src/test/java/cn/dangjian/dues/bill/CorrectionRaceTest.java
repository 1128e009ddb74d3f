package cn.dangjian.dues.bill;

import static cn.dangjian.dues.Payers.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes known while a month is being billed is corrected after it, and not before. */
class CorrectionRaceTest extends RunningDues {

    @Autowired
    TransactionTemplate transaction;

    @Test
    void waitsForWhoeverBillsTheMonthWithWhatWasKnownBefore() {
        var month = NOW.minusMonths(30);
        long member = payers.member(Province.OTHER_VILLAGE);
        payers.base(Province.OTHER_VILLAGE, member, "SALARY", "3000", month);
        payers.settled();

        transaction.executeWithoutResult(billing -> {
            billed(member, month);
            // another connection: the branch records more pay while the county is billed
            assertThat(payers.base(Province.OTHER_VILLAGE, member, "SALARY", "6000", month)
                            .status())
                    .isEqualTo(201);
            // the workers look three times a second
            await("nobody corrects too early")
                    .during(Duration.ofMillis(1500))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> marks(member) == 1);
        });
        payers.settled();

        assertThat(payers.explanation(Province.OTHER_VILLAGE, member, month)
                        .path("due")
                        .asString())
                .isEqualTo("90.00");
    }

    /** As the worker does it, in a transaction that has not ended: with the base of before. */
    private void billed(long member, YearMonth month) {
        jdbc.sql("""
            insert into bill_run (unit_id, own, month, state, bills, fen, subject, asked_at, done_at)
            values (:county, false, :month, 'DONE', 1, 1500, 'test', now(6), now(6))\
            """)
                .param("county", Province.OTHER_COUNTY)
                .param("month", month.atDay(1))
                .update();
        jdbc.sql("""
            insert into bill (member_id, month, booked_month, seq, unit_id, status, class, scale, base_id, base_fen, rate_id,
                              due_fen, fen, cause, at)
            select b.member_id, :month, :month, 0, :unit, 'FULL', 'EMPLOYED', 'SALARY', b.id, b.fen, 1, 1500, 1500, 'BILLED', now(6)
              from base b where b.member_id = :member\
            """)
                .param("month", month.atDay(1))
                .param("unit", Province.OTHER_VILLAGE)
                .param("member", member)
                .update();
    }

    private int marks(long member) {
        return jdbc.sql("select count(*) from bill_due_again where member_id = :member")
                .param("member", member)
                .query(Integer.class)
                .single();
    }
}
