package cn.dangjian.dues.book;

import static cn.dangjian.dues.Payers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.Payers.Period;
import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever order things become known in, the same is owed at the same units, and the books balance. */
class HistoryPropertyTest extends RunningDues {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final List<String> PAYS = List.of("2999.99", "3000.01", "5000", "10000.01");
    private static final List<YearMonth> MONTHS = List.of(NOW.minusMonths(3), NOW.minusMonths(2), NOW.minusMonths(1));

    /** One is billed month by month with what was known; of the other all becomes known afterwards, in any order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void orderDoesNotMatter(long seed) {
        var random = new Random(seed);
        var pays = new TreeMap<YearMonth, String>();
        MONTHS.forEach(month -> pays.put(month, PAYS.get(random.nextInt(PAYS.size()))));
        var moved = MONTHS.get(1).atDay(1 + random.nextInt(20));
        long early = payers.member(Province.VILLAGE);
        long late = payers.member(Province.VILLAGE);

        pays.forEach((month, pay) -> payers.base(Province.VILLAGE, early, "SALARY", pay, month));
        for (var month : MONTHS) {
            payers.bill(Province.COUNTY, month);
            payers.settled();
        }
        move(early, moved);
        var bases = new ArrayList<>(pays.entrySet());
        Collections.shuffle(bases, random);
        for (var base : bases) record(late, base);
        move(late, moved);

        assertThat(owed(late)).isEqualTo(owed(early));
        assertThat(owed(late).values()).isNotEmpty().allMatch(fen -> fen > 0);
        assertThat(api.get("/v1/trial-balance")
                        .as(tokens.administrator())
                        .send()
                        .json()
                        .path("balanced")
                        .asBoolean())
                .isTrue();
    }

    private void record(long member, Map.Entry<YearMonth, String> base) {
        payers.base(Province.VILLAGE, member, "SALARY", base.getValue(), base.getKey());
        payers.settled();
    }

    private void move(long member, LocalDate on) {
        payers.tell(
                member,
                new Period(LONG_AGO, on.minusDays(1), "FULL", Province.VILLAGE, "EMPLOYED"),
                new Period(on, null, "FULL", Province.SECOND_VILLAGE, "EMPLOYED"));
        payers.settled();
    }

    /** What is owed, by month and unit. */
    private Map<String, Long> owed(long member) {
        var owed = new TreeMap<String, Long>();
        jdbc.sql("""
            select concat(month, ' ', unit_id), sum(fen) from bill where member_id = :member
             group by month, unit_id having sum(fen) <> 0\
            """).param("member", member).query(row -> {
            owed.put(row.getString(1), row.getLong(2));
        });
        return owed;
    }
}
