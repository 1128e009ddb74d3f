package cn.dangjian.task.urge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.rules.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

    private static final LocalDate LONG_BEFORE = LocalDate.of(2026, 1, 5);

    private static Ladder ladder(Step... without) {
        var steps = new EnumMap<Step, Integer>(
                Map.of(Step.FIRST, 7, Step.SECOND, 3, Step.THIRD, 1, Step.DUE, 0, Step.OVERDUE, 0, Step.UP, 3));
        for (var step : without) steps.remove(step);
        return new Ladder(steps, WorkingDays.released().calendar());
    }

    private static @Nullable Step latest(LocalDate due, LocalDate issued, LocalDate today, Step... without) {
        return ladder(without)
                .reached(due, issued, today, today.isAfter(due))
                .map(Ladder.Reached::latest)
                .orElse(null);
    }

    /** 2026-03-18 is a Wednesday. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-06,",
        "2026-03-09, FIRST",
        "2026-03-12, FIRST",
        "2026-03-13, SECOND",
        "2026-03-16, SECOND",
        "2026-03-17, THIRD",
        "2026-03-18, DUE",
        "2026-03-19, OVERDUE",
        "2026-03-20, OVERDUE",
        "2026-03-23, UP",
        "2026-04-01, UP",
    })
    void countsInWorkingDays(LocalDate today, @Nullable Step step) {
        assertThat(latest(LocalDate.of(2026, 3, 18), LONG_BEFORE, today)).isEqualTo(step);
    }

    /** Due on the first day after the Spring Festival of 2026, the 24th; the 14th is worked on, the 15th to 23rd are off. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-10, FIRST",
        "2026-02-11, FIRST",
        "2026-02-12, SECOND",
        "2026-02-13, SECOND",
        "2026-02-14, THIRD"
    })
    void countsAcrossHolidaysAndTheDaysThatMakeUpForThem(LocalDate today, Step step) {
        assertThat(latest(LocalDate.of(2026, 2, 24), LONG_BEFORE, today)).isEqualTo(step);
    }

    @Test
    void aDayOffIsRemindedOfOnTheWorkingDayBefore() {
        var sunday = LocalDate.of(2026, 3, 22);

        assertThat(latest(sunday, LONG_BEFORE, LocalDate.of(2026, 3, 20))).isEqualTo(Step.THIRD);
        assertThat(latest(sunday, LONG_BEFORE, LocalDate.of(2026, 3, 23))).isEqualTo(Step.OVERDUE);
    }

    @Test
    void whatHadBeenReachedWhenItWasDispatchedIsNotTold() {
        var due = LocalDate.of(2026, 3, 18);
        var monday = LocalDate.of(2026, 3, 16);

        assertThat(latest(due, monday, monday)).isNull();
        assertThat(latest(due, monday, LocalDate.of(2026, 3, 17))).isEqualTo(Step.THIRD);
        assertThat(latest(due, due, due)).isNull();
        assertThat(latest(due, due, LocalDate.of(2026, 3, 19))).isEqualTo(Step.OVERDUE);
    }

    @Test
    void whatIsSwitchedOffIsPassedOver() {
        var due = LocalDate.of(2026, 3, 18);

        assertThat(latest(due, LONG_BEFORE, LocalDate.of(2026, 3, 13), Step.SECOND))
                .isEqualTo(Step.FIRST);
        assertThat(latest(due, LONG_BEFORE, LocalDate.of(2026, 3, 18), Step.DUE))
                .isEqualTo(Step.THIRD);
        assertThat(latest(due, LONG_BEFORE, LocalDate.of(2026, 3, 25), Step.UP)).isEqualTo(Step.OVERDUE);
    }

    @Test
    void aClockThatJumpsLeadsToTheLatestStepAndNamesThoseThatWerePassed() {
        var reached = ladder().reached(LocalDate.of(2026, 3, 18), LONG_BEFORE, LocalDate.of(2026, 3, 19), true)
                .orElseThrow();

        assertThat(reached.latest()).isEqualTo(Step.OVERDUE);
        assertThat(reached.passed()).containsExactly(Step.FIRST, Step.SECOND, Step.THIRD, Step.DUE);
    }
}
