package cn.dangjian.task.again;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.events.Outbox.Entry;
import cn.dangjian.task.again.AgainQueries.Dated;
import cn.dangjian.task.again.AgainQueries.Handed;
import cn.dangjian.task.again.AgainQueries.Held;
import cn.dangjian.task.again.AgainQueries.Standing;
import cn.dangjian.task.again.Events.ChangedAgain;
import cn.dangjian.task.again.Events.History;
import cn.dangjian.task.lane.DispatchLimits;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told again of an assignment, beside how it stands. */
class EventsTest {

    private static final long BEFORE = 11111;
    private static final long HEIR = 11112;

    private final Events events = new Events(new DispatchLimits(500));

    private static LocalDateTime day(int day) {
        return LocalDateTime.of(2026, 6, day, 12, 0);
    }

    private static @Nullable OffsetDateTime utc(int day) {
        return day(day).atOffset(ZoneOffset.UTC);
    }

    private static Standing standing(String state) {
        return new Standing(
                7, 17, HEIR, state, 9, day(1), 1L, day(28), BEFORE, null, null, day(15), null, null, day(1));
    }

    private List<ChangedAgain> told(Standing one, History history) {
        return events.of(one, history).stream()
                .map(Entry::payload)
                .map(ChangedAgain.class::cast)
                .toList();
    }

    @Test
    void aReturnIsToldOfWhoeverHadItThenAndWhatMerelyStandsThereIsNone() {
        var handed = List.of(new Handed(7, day(12), 1, "RETURNED", day(13), 2L));
        var held = List.of(new Held(7, BEFORE, day(15)));

        var told = told(standing("RETURNED"), new History(handed, held, List.of()));

        assertThat(told).extracting(ChangedAgain::state).containsExactly("SUBMITTED", "RETURNED", "RETURNED");
        assertThat(told).extracting(ChangedAgain::unit).containsExactly(BEFORE, BEFORE, HEIR);
        assertThat(told).extracting(ChangedAgain::fromUnit).containsExactly(null, null, BEFORE);
        assertThat(told).extracting(ChangedAgain::returned).containsExactly(null, true, null);
        assertThat(told.get(1).at()).isEqualTo(utc(13));
    }

    @Test
    void whatWasFirstHandedInHasTheDateThatItHadThen() {
        var handed = List.of(new Handed(7, day(12), 1, "RETURNED", day(13), 2L));
        var dated =
                List.of(new Dated(7, day(20), day(3)), new Dated(7, day(22), day(5)), new Dated(7, day(28), day(14)));

        assertThat(told(standing("WORKING"), new History(handed, List.of(), dated)))
                .extracting(ChangedAgain::dueAt)
                .containsExactly(utc(22), null, utc(28));
        assertThat(told(standing("WORKING"), new History(handed, List.of(), List.of())))
                .extracting(ChangedAgain::dueAt)
                .containsExactly(null, null, utc(28));
    }
}
