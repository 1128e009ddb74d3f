package cn.dangjian.member.person.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.standing.StandingTable.Written;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {

    private static final MemberId WHO = new MemberId(1);

    private long next;

    private Written at(String day, EventKind kind) {
        return at(LocalDate.parse(day), kind, kind == EventKind.ARRIVED ? 7L : null);
    }

    private Written at(LocalDate day, EventKind kind, @Nullable Long unit) {
        return new Written(
                ++next,
                WHO,
                kind,
                day,
                unit == null ? null : new UnitId(unit),
                kind == EventKind.CLASSED ? MemberClass.RURAL : null);
    }

    private static Period on(List<Period> periods, String day) {
        return periods.stream()
                .filter(period -> period.holds(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "2009-03-01, APPLICANT",
        "2010-06-30, APPLICANT",
        "2010-07-01, PROBATIONARY",
        "2011-06-30, PROBATIONARY",
        "2011-07-01, FULL",
        "2020-01-01, STOPPED",
        "2021-12-31, STOPPED",
        "2022-01-01, FULL",
        "2024-02-29, REMOVED",
    })
    void saysWhoSomebodyWasOnAnyDay(String day, Status status) {
        var events = List.of(
                at("2022-01-01", EventKind.RESTORED),
                at("2009-03-01", EventKind.APPLIED),
                at("2011-07-01", EventKind.FULL),
                at("2010-07-01", EventKind.ADMITTED),
                at("2020-01-01", EventKind.STOPPED),
                at("2024-02-29", EventKind.REMOVED),
                at("2009-03-01", EventKind.ARRIVED));

        assertThat(on(Timeline.of(WHO, events), day).status()).isEqualTo(status);
    }

    @Test
    void whoComesBackFromAnotherProvinceIsWhatHeWas() {
        var periods = Timeline.of(
                WHO,
                List.of(
                        at("2010-07-01", EventKind.FULL),
                        at("2020-01-01", EventKind.LEFT),
                        at("2023-01-01", EventKind.ARRIVED)));

        assertThat(on(periods, "2021-01-01").status()).isEqualTo(Status.AWAY);
        assertThat(on(periods, "2023-01-01").status()).isEqualTo(Status.FULL);
    }

    @Test
    void whoIsFoundIsNotLostAnyMore() {
        var periods = Timeline.of(
                WHO,
                List.of(
                        at("2010-07-01", EventKind.FULL),
                        at("2020-01-01", EventKind.LOST),
                        at("2020-05-01", EventKind.FOUND)));

        assertThat(on(periods, "2020-04-30").lost()).isTrue();
        assertThat(on(periods, "2020-05-01").lost()).isFalse();
        assertThat(on(periods, "2020-04-30").status()).isEqualTo(Status.FULL);
    }

    /** Whatever happens in whatever order: one period for each day from the first event on, and the order plays no part. */
    @Test
    void leavesNoGapAndNoOverlap() {
        var random = new Random(20_260_301);
        for (int round = 0; round < 2000; round++) {
            var events = new ArrayList<Written>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                var kind = EventKind.values()[random.nextInt(EventKind.values().length)];
                var day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(40));
                events.add(at(day, kind, kind == EventKind.ARRIVED ? (long) random.nextInt(3) + 1 : null));
            }
            var periods = Timeline.of(WHO, events);
            Collections.shuffle(events, random);

            assertThat(Timeline.of(WHO, events)).isEqualTo(periods);
            assertThat(periods.getFirst().fromOn())
                    .isEqualTo(events.stream()
                            .map(Written::day)
                            .min(LocalDate::compareTo)
                            .orElseThrow());
            assertThat(periods.getLast().toOn()).isEqualTo(Period.OPEN);
            for (int i = 1; i < periods.size(); i++) {
                assertThat(periods.get(i).fromOn())
                        .isEqualTo(periods.get(i - 1).toOn().plusDays(1));
                assertThat(periods.get(i).fromOn())
                        .isBeforeOrEqualTo(periods.get(i).toOn());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"STOPPED", "RESTORED", "REMOVED", "FULL", "LOST", "LEFT"})
    void whoHasDiedBecomesNothingAnyMore(EventKind later) {
        var periods = Timeline.of(
                WHO,
                List.of(
                        at("2010-07-01", EventKind.FULL),
                        at("2026-01-31", EventKind.DIED),
                        at("2026-02-01", later),
                        at("2026-03-01", EventKind.ARRIVED)));

        assertThat(periods.getLast().status()).isEqualTo(Status.DIED);
        assertThat(periods.getLast().lost()).isFalse();
        assertThat(periods.getLast().unitId()).as("where his file is kept").isEqualTo(new UnitId(7));
    }

    @Test
    void whoIsNeitherOutNorStoppedIsWhatHeIsAlsoIfHeIsRestored() {
        var periods = Timeline.of(
                WHO,
                List.of(
                        at("2010-07-01", EventKind.ADMITTED),
                        at("2011-07-01", EventKind.FULL),
                        at("2022-01-01", EventKind.RESTORED)));

        assertThat(on(periods, "2022-01-01").status()).isEqualTo(Status.FULL);
    }
}
