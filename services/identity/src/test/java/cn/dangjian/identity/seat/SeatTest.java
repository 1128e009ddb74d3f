package cn.dangjian.identity.seat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.web.caller.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource({
        "2026-01-01,           , false",
        "2026-01-01, 2026-03-03, false",
        "2026-01-01, 2026-03-02, true",
        "2026-01-01, 2026-03-01, true",
        "2026-04-01,           , false",
        "2026-04-01, 2026-05-01, false",
        "2026-04-01, 2026-04-01, true",
    })
    void isOverFromTheFirstDayWithoutAndIfItNeverBegins(LocalDate from, @Nullable LocalDate to, boolean over) {
        assertThat(seat(null, from, to).isOver(TODAY)).isEqualTo(over);
    }

    @ParameterizedTest
    @CsvSource({"  , 5, 11111, true", "5, 5, 11111, true", "6, 5, 11111, false", "5, 5, 11112, false"})
    void fitsItsAccountOrAnyoneIfNoneIsKnownAtItsUnit(@Nullable Long known, long account, long unit, boolean fits) {
        assertThat(seat(known, TODAY, null).fits(new AccountId(account), unit)).isEqualTo(fits);
    }

    private static Seat seat(@Nullable Long account, LocalDate from, @Nullable LocalDate to) {
        return new Seat(41, 11111, "SECRETARY", account == null ? null : new AccountId(account), from, to, 1);
    }
}
