package cn.dangjian.organization.register.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DivisionPeriodTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 40;

    @Test
    void findsExactlyTheCodesThatMeanTwoThingsOnOneDay() {
        var random = new Random(34);
        for (int i = 0; i < 2000; i++) {
            var periods = periods(random);

            boolean twice = START.datesUntil(START.plusDays(DAYS * 2))
                    .anyMatch(day -> List.of("43", "44").stream().anyMatch(code -> count(periods, code, day) > 1));

            assertThat(!DivisionPeriod.overlapping(periods).isEmpty())
                    .as(periods.toString())
                    .isEqualTo(twice);
        }
    }

    private static long count(Collection<DivisionPeriod> periods, String code, LocalDate day) {
        return periods.stream()
                .filter(period -> period.code().equals(code)
                        && !period.from().isAfter(day)
                        && (period.to() == null || period.to().isAfter(day)))
                .count();
    }

    private static Collection<DivisionPeriod> periods(Random random) {
        var periods = new ArrayList<DivisionPeriod>();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            var from = START.plusDays(random.nextInt(DAYS));
            var to = random.nextInt(4) == 0 ? null : from.plusDays(1 + random.nextInt(DAYS / 2));
            periods.add(new DivisionPeriod(random.nextBoolean() ? "43" : "44", "虚构" + i, from, to));
        }
        return DivisionPeriod.merged(List.of(), periods);
    }
}
