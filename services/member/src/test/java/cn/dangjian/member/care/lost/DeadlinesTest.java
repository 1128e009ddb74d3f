package cn.dangjian.member.care.lost;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.care.lost.Deadlines.Deadline;
import cn.dangjian.member.care.lost.LostCase.State;
import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.platform.cases.Move.Say;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    @ParameterizedTest
    @CsvSource({
        "2025-08-31, P6M, 2026-02-28",
        "2023-08-31, P6M, 2024-02-29",
        "2025-08-28, P6M, 2026-02-28",
        "2025-09-01, P6M, 2026-03-01",
        "2025-12-31, P6M, 2026-06-30",
        "2026-01-15, P6M, 2026-07-15",
        "2024-02-29, P2Y, 2026-02-28",
        "2024-02-28, P2Y, 2026-02-28",
        "2024-03-01, P2Y, 2026-03-01",
    })
    void endsOnTheSameDayOfAMonthOrItsLast(LocalDate from, Period time, LocalDate earliest) {
        assertThat(Deadline.after(from, time, "").earliest()).isEqualTo(earliest);
    }

    @Test
    void whatChangesAMembershipSaysWhenAndIsDecidedAbove() {
        var decisions = EnumSet.of(LostStep.STOPPED, LostStep.REMOVED, LostStep.RESTORED);

        for (var step : decisions) {
            assertThat(step.move().says()).as(step.name()).contains(Say.DAY, Say.DOCUMENT);
            assertThat(step.move().hands()).as(step.name()).hasSize(1);
        }
        for (var step : EnumSet.of(LostStep.CONFIRMED, LostStep.STOPPED, LostStep.REMOVED))
            assertThat(step.move().apart()).as(step.name()).isNotEmpty();
        assertThat(Arrays.stream(LostStep.values()).filter(step -> step.event() != null))
                .extracting(LostStep::event)
                .containsExactly(
                        EventKind.LOST, EventKind.STOPPED, EventKind.REMOVED, EventKind.FOUND, EventKind.RESTORED);
    }

    @Test
    void endsWhenHeIsFoundOrRemoved() {
        assertThat(EnumSet.allOf(State.class).stream().filter(LostStep.KIND::isLast))
                .containsExactly(State.REMOVED, State.FOUND, State.RESTORED);
    }
}
