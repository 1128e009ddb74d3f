package cn.dangjian.organization.people.team;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VacancyTest {

    private static final LocalDate BEGAN = LocalDate.of(2026, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static Seat seat(int person, LocalDate from, @Nullable LocalDate to) {
        return new Seat(person, new UnitId(1), 1, "MEMBER", person, "虚构" + person, null, from, to, false, 1);
    }

    private static Vacancy of(@Nullable Integer quota, Seat... seats) {
        return Vacancy.of("MEMBER", "委员", quota, List.of(seats), BEGAN, DAY);
    }

    @Test
    void nothingIsLackingWhereNobodyHasSetAQuota() {
        assertThat(of(null).missing()).isZero();
        assertThat(of(null).since()).isNull();
    }

    @Test
    void whatWasNeverFilledIsLackingSinceTheTermBegan() {
        var vacancy = of(2, seat(1, BEGAN, null));

        assertThat(vacancy.missing()).isEqualTo(1);
        assertThat(vacancy.since()).isEqualTo(BEGAN);
        assertThat(vacancy.days()).isEqualTo(59);
    }

    @Test
    void isLackingSinceTheLastDayOnWhichTheQuotaWasFilled() {
        var vacancy = of(
                2,
                seat(1, BEGAN, LocalDate.of(2026, 2, 1)),
                seat(2, BEGAN, LocalDate.of(2026, 2, 20)),
                seat(3, LocalDate.of(2026, 2, 10), null));

        assertThat(vacancy.filled()).isEqualTo(1);
        assertThat(vacancy.since()).isEqualTo(LocalDate.of(2026, 2, 20));
        assertThat(vacancy.days()).isEqualTo(9);
    }

    @Test
    void aSeatIsHeldUntilTheDayBeforeItsEnd() {
        assertThat(of(1, seat(1, BEGAN, DAY.plusDays(1))).missing()).isZero();
        assertThat(of(1, seat(1, BEGAN, DAY)).missing()).isEqualTo(1);
        assertThat(of(1, seat(1, BEGAN, DAY)).days()).isZero();
        assertThat(of(1, seat(1, DAY, null)).missing()).isZero();
        assertThat(of(1, seat(1, DAY.plusDays(1), null)).missing()).isEqualTo(1);
    }

    @Test
    void moreThanTheQuotaIsNotLessThanNothing() {
        assertThat(of(1, seat(1, BEGAN, null), seat(2, BEGAN, null)).missing()).isZero();
    }
}
