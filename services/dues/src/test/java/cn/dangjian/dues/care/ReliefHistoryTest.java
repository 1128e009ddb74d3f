package cn.dangjian.dues.care;

import static cn.dangjian.dues.Payers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.Payers.Period;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A relief, bases that change within it, a move and a death: whatever order they become known in, the same is owed. */
class ReliefHistoryTest extends Reliefs {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final List<YearMonth> MONTHS =
            List.of(NOW.minusMonths(4), NOW.minusMonths(3), NOW.minusMonths(2), NOW.minusMonths(1));

    /** What is due of a pay, computed by hand from the articles, in fen. */
    private static final Map<String, Long> DUE =
            Map.of("2999.99", 1500L, "3000.01", 3000L, "5000", 5000L, "10000.01", 20000L);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void orderDoesNotMatter(long seed) {
        var random = new Random(seed);
        var pays = new TreeMap<YearMonth, String>();
        var some = List.copyOf(new TreeMap<>(DUE).keySet());
        MONTHS.forEach(month -> pays.put(month, some.get(random.nextInt(some.size()))));
        long most = List.of(0L, 200L, 1600L, 4000L).get(random.nextInt(4));
        var from = MONTHS.get(random.nextInt(2));
        var to = from.plusMonths(1 + random.nextInt(2));
        // the branch proposes less than is due of the first month
        if (most >= due(pays, from)) most = 100;
        var relief = new Relieved(most, from, to, random.nextBoolean() ? to : null);
        var moved = MONTHS.get(1).atDay(2 + random.nextInt(20));
        var died = random.nextBoolean() ? MONTHS.get(3).atDay(1 + random.nextInt(20)) : null;

        long early = payers.member(Province.VILLAGE);
        pays.forEach((month, pay) -> payers.base(Province.VILLAGE, early, "SALARY", pay, month));
        relieve(early, relief);
        tell(early, moved, null);
        billAll();
        if (died != null) tell(early, moved, died);

        long late = payers.member(Province.VILLAGE);
        billAll();
        var news = new ArrayList<Runnable>();
        pays.forEach((month, pay) -> news.add(() -> base(late, pay, month)));
        news.add(() -> tell(late, moved, null));
        Collections.shuffle(news, random);
        // an amount is compared with what is due, so that the base of its first month is known before it
        var known = (Runnable) () -> base(late, pays.get(from), from);
        news.addFirst(known);
        news.add(1 + random.nextInt(news.size()), () -> relieve(late, relief));
        news.forEach(Runnable::run);
        if (died != null) tell(late, moved, died);

        assertThat(owed(early)).isEqualTo(owed(late)).isEqualTo(expected(pays, relief, moved, died));
    }

    /** @param endedFrom the month from which it counts no more; null if it runs out by itself */
    private record Relieved(
            long most,
            YearMonth from,
            YearMonth to,
            @Nullable YearMonth endedFrom) {

        boolean holds(YearMonth month) {
            return !month.isBefore(from) && !month.isAfter(to) && (endedFrom == null || month.isBefore(endedFrom));
        }
    }

    private void billAll() {
        for (var month : MONTHS) payers.bill(Province.COUNTY, month);
        payers.settled();
    }

    private void base(long member, String pay, YearMonth from) {
        assertThat(payers.base(Province.TOWNSHIP, member, "SALARY", pay, from).status())
                .isEqualTo(201);
        payers.settled();
    }

    private void relieve(long member, Relieved relief) {
        long id = granted(member, yuan(relief.most()), relief.from(), relief.to());
        if (relief.endedFrom() == null) return;
        assertThat(end(secretary(), id, relief.endedFrom()).status()).isEqualTo(200);
        payers.settled();
    }

    private void tell(long member, LocalDate moved, @Nullable LocalDate died) {
        var before = new Period(LONG_AGO, moved.minusDays(1), "FULL", Province.VILLAGE, "EMPLOYED");
        if (died == null)
            payers.tell(member, before, new Period(moved, null, "FULL", Province.SECOND_VILLAGE, "EMPLOYED"));
        else
            payers.tell(
                    member,
                    before,
                    new Period(moved, died.minusDays(1), "FULL", Province.SECOND_VILLAGE, "EMPLOYED"),
                    new Period(died, null, "DIED", Province.SECOND_VILLAGE, "EMPLOYED"));
        payers.settled();
    }

    private static Map<String, Long> expected(
            Map<YearMonth, String> pays, Relieved relief, LocalDate moved, @Nullable LocalDate died) {
        var expected = new TreeMap<String, Long>();
        for (var month : MONTHS) {
            if (died != null && !YearMonth.from(died).isAfter(month)) continue;
            long due = due(pays, month);
            long fen = relief.holds(month) ? Math.min(due, relief.most()) : due;
            long unit = month.atDay(1).isBefore(moved) ? Province.VILLAGE : Province.SECOND_VILLAGE;
            if (fen > 0) expected.put(month.atDay(1) + " " + unit, fen);
        }
        return expected;
    }

    private static long due(Map<YearMonth, String> pays, YearMonth month) {
        return Objects.requireNonNull(DUE.get(pays.get(month)));
    }

    private static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }

    /** What is owed of months that are over, by month and unit. */
    private Map<String, Long> owed(long member) {
        var owed = new TreeMap<String, Long>();
        jdbc.sql("""
            select concat(month, ' ', unit_id), sum(fen) from bill where member_id = :member and month < :now
             group by month, unit_id having sum(fen) <> 0\
            """).param("member", member).param("now", NOW.atDay(1)).query(row -> {
            owed.put(row.getString(1), row.getLong(2));
        });
        return owed;
    }
}
