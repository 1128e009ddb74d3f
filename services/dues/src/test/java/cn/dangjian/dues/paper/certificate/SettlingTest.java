package cn.dangjian.dues.paper.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.paper.certificate.CertificateQueries.Taken;
import cn.dangjian.dues.paper.certificate.Settling.Part;
import cn.dangjian.dues.pay.due.Dues.MonthDue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oldest payment settles the oldest month. */
class SettlingTest {

    private static final YearMonth FIRST = YearMonth.of(2026, 1);

    private static Taken taken(long id, long fen) {
        return new Taken(id, LocalDate.of(2026, 1, 1).plusDays(id), fen, "某支部", "account:1", null);
    }

    /** Of each month in their order what is owed, as a member who has paid so much has it. */
    private static List<MonthDue> months(long paid, long... dues) {
        var months = new ArrayList<MonthDue>();
        long left = paid;
        for (int at = 0; at < dues.length; at++) {
            long of = Math.max(0, Math.min(left, dues[at]));
            months.add(new MonthDue(FIRST.plusMonths(at), dues[at], of));
            left -= of;
        }
        return months;
    }

    private static List<String> said(List<Part> parts) {
        return parts.stream()
                .map(part -> part.payment().id() + ":" + part.fen())
                .toList();
    }

    @Test
    void splitsAPaymentOverMonths() {
        var settled = Settling.of(months(45, 20, 20, 20), List.of(taken(1, 30), taken(2, 15)));

        assertThat(said(settled.get(FIRST))).containsExactly("1:20");
        assertThat(said(settled.get(FIRST.plusMonths(1)))).containsExactly("1:10", "2:10");
        assertThat(said(settled.get(FIRST.plusMonths(2)))).containsExactly("2:5");
    }

    @Test
    void takesWhatWasReturnedOffTheLatestPayment() {
        var settled = Settling.of(months(20, 20, 20), List.of(taken(1, 15), taken(2, 10), taken(3, -5)));

        assertThat(said(settled.get(FIRST))).containsExactly("1:15", "2:5");
        assertThat(settled).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void settlesOfEachMonthWhatIsPaidOfIt(long seed) {
        var random = new Random(seed);
        var taken = new ArrayList<Taken>();
        long paid = 0;
        for (int id = 1; id < 40; id++) {
            long fen = random.nextInt(4) == 0 ? -random.nextLong(paid + 1) : 1 + random.nextInt(5000);
            if (fen == 0) continue;
            taken.add(taken(id, fen));
            paid += fen;
        }
        var months = months(paid, random.longs(24, 0, 4000).toArray());

        var settled = Settling.of(months, taken);

        for (var month : months)
            assertThat(settled.getOrDefault(month.month(), List.of()).stream()
                            .mapToLong(Part::fen)
                            .sum())
                    .isEqualTo(month.paid());
    }
}
