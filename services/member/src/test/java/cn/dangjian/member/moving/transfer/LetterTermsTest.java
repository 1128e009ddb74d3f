package cn.dangjian.member.moving.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.dangjian.platform.web.problem.ProblemException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTermsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 90, 2026-05-31",
        "2026-12-02, 30, 2027-01-01",
        "2027-12-01, 90, 2028-02-29",
        "2026-12-01, 90, 2027-03-01",
        "2026-03-02,  0, 2026-03-02",
    })
    void aLetterHoldsSoManyDaysAfterTheDayOfIssue(LocalDate issued, int days, LocalDate last) {
        assertThat(LetterTerms.lastDay(issued, days)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-31, 1, 2026-09-30",
        "2027-01-31, 1, 2027-02-28",
        "2028-01-31, 1, 2028-02-29",
        "2028-02-29, 1, 2028-03-29",
        "2026-12-31, 1, 2027-01-31",
        "2026-08-31, 6, 2027-02-28",
    })
    void aReceiptIsDueSoManyMonthsAfterTheDayOfAcceptance(LocalDate accepted, int months, LocalDate due) {
        assertThat(LetterTerms.receiptDue(accepted, months)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-31, 2026-05-30, true",
        "2026-05-31, 2026-05-31, true",
        "2026-05-31, 2026-06-01, false",
        "2028-02-29, 2028-02-29, true",
        "2028-02-29, 2028-03-01, false",
    })
    void aLetterHoldsOnItsLastDay(LocalDate validUntil, LocalDate today, boolean holds) {
        var requiring = assertThatCode(() -> LetterTerms.requireValid(validUntil, today));

        if (holds) requiring.doesNotThrowAnyException();
        else requiring.isInstanceOf(ProblemException.class);
    }
}
