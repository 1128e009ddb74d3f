package cn.dangjian.organization.field.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.field.contact.ContactVisitRepository.Stay;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private final WorkingDays calendar = new WorkingDays();

    @ParameterizedTest
    @CsvSource({
        "2026-01-04, true",
        "2026-02-14, true",
        "2026-02-28, true",
        "2026-05-09, true",
        "2026-09-20, true",
        "2026-10-10, true",
        "2026-01-11, false",
        "2026-01-02, false",
        "2026-02-13, true",
        "2026-02-15, false",
        "2026-02-16, false",
        "2026-02-23, false",
        "2026-02-24, true",
        "2026-04-03, true",
        "2026-04-06, false",
        "2026-05-05, false",
        "2026-05-06, true",
        "2026-06-19, false",
        "2026-09-25, false",
        "2026-09-30, true",
        "2026-10-07, false",
        "2026-10-08, true",
        "2026-03-06, true",
        "2026-03-07, false",
        "2025-10-11, false",
    })
    void aDayIsAWorkingDay(LocalDate day, boolean working) {
        assertThat(calendar.isWorking(day)).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 1,  1",
        "2026-03-02, 2,  2",
        "2026-03-02, 3,  3",
        "2026-03-06, 6,  2",
        "2026-03-07, 4,  0",
        "2026-03-06, 7,  3",
        "2026-02-27, 4,  0",
        "2026-02-27, 8,  2",
        "2026-03-30, 8,  4",
    })
    void halvesCountOnWorkingDaysOfThePeriodOnly(LocalDate day, int halves, int counted) {
        var stays = List.of(new Stay(1, day, halves));

        assertThat(calendar.halves(stays, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)))
                .isEqualTo(counted);
    }

    @Test
    void aDayThatIsWrittenDownTwiceCountsOnce() {
        var day = LocalDate.of(2026, 3, 2);
        var stays = List.of(new Stay(1, day, 1), new Stay(1, day, 2), new Stay(1, day, 4));

        assertThat(calendar.halves(stays, day, day.plusDays(6))).isEqualTo(4);
    }

    @Test
    void aYearIsWholeOnceItsNoticeIsKnown() {
        var first = LocalDate.of(2026, 1, 1);

        assertThat(calendar.isWhole(first, first.plusYears(1).minusDays(1))).isTrue();
        assertThat(calendar.isWhole(first, first.plusYears(1))).isFalse();
        assertThat(calendar.isWhole(first.minusDays(1), first)).isFalse();
    }

    /** 365 days less 104 on weekends, less 19 of the holidays, and six days that make up for some of these. */
    @Test
    void aYearHasAsManyWorkingDaysAsTheNoticeLeaves() {
        assertThat(calendar.count(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .isEqualTo(248);
        assertThat(calendar.count(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 8)))
                .isEqualTo(5);
    }
}
