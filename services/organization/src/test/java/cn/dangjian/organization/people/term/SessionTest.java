package cn.dangjian.organization.people.term;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {

    private static final Warnings WARNINGS = new Warnings(180, 90, 30);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 1);

    private static Session aTermDueOn(LocalDate due) {
        return new Session(1, new UnitId(1), 1, LocalDate.of(2021, 3, 1), 5, due, null, "虚组〔2021〕1号", 1);
    }

    @ParameterizedTest
    @CsvSource({
        "181, RUNNING,",
        "180, EXPIRING, 180",
        "91,  EXPIRING, 180",
        "90,  EXPIRING, 90",
        "31,  EXPIRING, 90",
        "30,  EXPIRING, 30",
        "1,   EXPIRING, 30",
        "0,   EXPIRED,  30",
        "-1,  EXPIRED,  30"
    })
    void isWhatTheDaysLeftSay(int left, Session.Status status, Integer warning) {
        var day = DUE.minusDays(left);

        assertThat(aTermDueOn(DUE).status(day, WARNINGS)).isEqualTo(status);
        assertThat(WARNINGS.of(DUE, day)).isEqualTo(warning);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, RUNNING",
        "2026-03-01, EXTENDED",
        "2027-02-28, EXTENDED",
        "2027-03-01, EXPIRED",
    })
    void servesPastTheRulesDayIfThatWasApproved(LocalDate day, Session.Status status) {
        assertThat(aTermDueOn(DUE.plusYears(1)).status(day, WARNINGS)).isEqualTo(status);
    }

    @Test
    void isOverWhenTheNextOneHasBegun() {
        var ended = new Session(1, new UnitId(1), 1, LocalDate.of(2021, 3, 1), 5, DUE, DUE.plusDays(9), "文", 2);

        assertThat(ended.status(DUE.plusDays(8), WARNINGS)).isEqualTo(Session.Status.EXPIRED);
        assertThat(ended.status(DUE.plusDays(9), WARNINGS)).isEqualTo(Session.Status.ENDED);
    }

    @Test
    void aTermThatBeganOnALeapDayIsDueOnTheLastOfFebruary() {
        var leap = new Session(1, new UnitId(1), 1, LocalDate.of(2024, 2, 29), 5, DUE, null, "文", 1);

        assertThat(leap.regularlyDueOn()).isEqualTo(LocalDate.of(2029, 2, 28));
    }
}
