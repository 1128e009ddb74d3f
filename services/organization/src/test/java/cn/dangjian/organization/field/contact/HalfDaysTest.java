package cn.dangjian.organization.field.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.field.contact.ContactVisitRepository.Stay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfDaysTest {

    private static int halves(Collection<Stay> stays, LocalDate from, LocalDate to) {
        return HalfDays.count(stays, from, to, day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);
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

        assertThat(halves(stays, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)))
                .isEqualTo(counted);
    }

    @Test
    void aDayThatIsWrittenDownTwiceCountsOnce() {
        var day = LocalDate.of(2026, 3, 2);
        var stays = List.of(new Stay(1, day, 1), new Stay(1, day, 2), new Stay(1, day, 4));

        assertThat(halves(stays, day, day.plusDays(6))).isEqualTo(4);
    }
}
