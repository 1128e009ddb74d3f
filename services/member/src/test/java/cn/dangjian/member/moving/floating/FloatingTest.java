package cn.dangjian.member.moving.floating;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.moving.floating.Floating.Clear;
import cn.dangjian.member.moving.floating.Floating.Place;
import cn.dangjian.member.moving.floating.Floating.Side;
import cn.dangjian.member.moving.floating.Floating.State;
import cn.dangjian.platform.cases.Move.Say;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatingTest {

    private static final LocalDate REPORTED = LocalDate.of(2026, 1, 1);

    private static Floating floating(State state, @Nullable LocalDate origin, @Nullable LocalDate stay) {
        return floating(state, origin, stay, null, null, false, false);
    }

    private static Floating floating(
            State state,
            @Nullable LocalDate origin,
            @Nullable LocalDate stay,
            @Nullable String employer,
            @Nullable String mind,
            boolean structure,
            boolean contact) {
        return new Floating(
                1,
                2,
                "车行",
                new UnitId(3),
                "甲",
                new UnitId(4),
                "乙",
                state,
                Place.INSIDE,
                "某街",
                employer,
                mind,
                "务工",
                REPORTED,
                null,
                origin,
                stay,
                null,
                null,
                structure,
                contact,
                1);
    }

    @ParameterizedTest
    @CsvSource({
        "REPORTED,           ,           , ORIGIN",
        "REPORTED, 2026-02-01,           , ORIGIN",
        "ALONE,              ,           , ORIGIN",
        "ACCEPTED,           ,           , STAY",
        "ACCEPTED, 2026-02-01,           , STAY",
        "ACCEPTED, 2026-02-01, 2026-01-31, STAY",
        "ACCEPTED, 2026-02-01, 2026-02-01, ORIGIN",
        "ACCEPTED, 2026-02-01, 2026-02-02, ORIGIN",
        "ACCEPTED,           , 2026-02-02, ORIGIN",
        "RETURNED, 2026-02-01,           ,",
        "DECLINED,           ,           ,",
    })
    void theyTakeTurns(State state, @Nullable LocalDate origin, @Nullable LocalDate stay, @Nullable Side turn) {
        assertThat(floating(state, origin, stay).turn()).isEqualTo(turn);
    }

    @ParameterizedTest
    @CsvSource({
        "          ,           , 2026-01-01",
        "2026-03-01,           , 2026-03-01",
        "          , 2026-03-01, 2026-03-01",
        "2026-03-01, 2026-02-28, 2026-03-01",
    })
    void countsFromTheLastContactOfEitherSide(@Nullable LocalDate origin, @Nullable LocalDate stay, LocalDate last) {
        assertThat(floating(State.ACCEPTED, origin, stay).lastContact()).isEqualTo(last);
    }

    @Test
    void fiveThingsAreToBeClear() {
        var some = floating(State.ALONE, null, null, "某厂", null, false, true);
        var all = floating(State.ALONE, null, null, "某厂", "安心", true, true);

        assertThat(some.clear()).containsExactlyInAnyOrder(Clear.WHEREABOUTS, Clear.WORK, Clear.CONTACT);
        assertThat(some.percent()).isEqualTo(60);
        assertThat(all.percent()).isEqualTo(100);
    }

    @Test
    void whoeverSpokeToHimSaysWhen() {
        assertThat(FloatingStep.ORIGIN_CONTACT.move().says()).containsExactly(Say.DAY);
        assertThat(FloatingStep.STAY_CONTACT.move().from()).containsExactly(State.ACCEPTED);
        assertThat(FloatingStep.KIND.isLast(State.RETURNED)).isTrue();
        assertThat(FloatingStep.KIND.isLast(State.DECLINED)).isTrue();
        assertThat(FloatingStep.KIND.isLast(State.ALONE)).isFalse();
    }
}
