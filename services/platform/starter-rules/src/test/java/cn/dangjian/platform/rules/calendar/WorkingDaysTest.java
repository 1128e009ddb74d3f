package cn.dangjian.platform.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private final WorkingCalendar calendar = new WorkingDays(List::of).calendar();

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

    /** By law alone: the notices of these years are not known here. */
    @ParameterizedTest
    @CsvSource({
        "2027-01-01, false",
        "2027-02-04, true",
        "2027-02-05, false",
        "2027-02-06, false",
        "2027-02-07, false",
        "2027-02-08, false",
        "2027-02-09, true",
        "2027-04-05, false",
        "2027-05-03, true",
        "2027-06-09, false",
        "2027-09-15, false",
        "2027-10-01, false",
        "2027-10-04, true",
        "2025-01-28, false",
        "2024-02-09, true",
        "2024-02-12, false",
        "2025-05-02, false",
        "2024-05-02, true",
        "2013-10-01, true",
        "2030-02-04, false",
        "2031-01-23, true",
        "2031-05-01, false",
    })
    void aStatutoryDayIsNoWorkingDayInAYearWithoutANotice(LocalDate day, boolean working) {
        assertThat(calendar.isWorking(day)).isEqualTo(working);
        assertThat(calendar.isWhole(day, day)).isFalse();
    }

    @Test
    void everyFestivalIsThereOnceAYear() {
        var statutory = new StatutoryDays();

        for (int year = 2025; year <= 2030; year++) {
            assertThat(statutory.of(year)).as(String.valueOf(year)).hasSize(13);
        }
        assertThat(statutory.of(2024)).hasSize(11);
        assertThat(statutory.of(2013)).isEmpty();
    }

    @Test
    void whatWasEnteredWinsOverTheRelease() {
        var day = LocalDate.of(2026, 3, 3);
        var entered = new WorkingDays(() -> List.of(new Notice(2026, true, Map.of(day, false), "虚构"))).calendar();

        assertThat(entered.isWorking(day)).isFalse();
        assertThat(entered.isWorking(LocalDate.of(2026, 2, 28))).isFalse();
        assertThat(entered.isWorking(LocalDate.of(2026, 10, 1))).isFalse();
    }

    @Test
    void countsWorkingDaysFromADayOn() {
        assertThat(calendar.after(LocalDate.of(2026, 9, 29), 1)).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(calendar.after(LocalDate.of(2026, 9, 30), 1)).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(calendar.after(LocalDate.of(2026, 10, 9), 1)).isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(calendar.after(LocalDate.of(2026, 3, 6), 0)).isEqualTo(LocalDate.of(2026, 3, 6));
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
