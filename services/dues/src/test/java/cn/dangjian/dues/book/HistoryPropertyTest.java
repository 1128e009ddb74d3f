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
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever order things become known in, the same is owed, and the books balance. */
class HistoryPropertyTest extends RunningDues {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void orderDoesNotMatter(long seed) {
        var random = new Random(seed);
        long one = payers.member(Province.VILLAGE);
        long other = payers.member(Province.VILLAGE);
        var pays = List.of("2999.99", "3000.01", "5000", "10000.01");
        var steps = new ArrayList<Runnable>();
        var mirrored = new ArrayList<Runnable>();
        var months = List.of(NOW.minusMonths(3), NOW.minusMonths(2), NOW.minusMonths(1));
        for (var month : months) {
            String pay = pays.get(random.nextInt(pays.size()));
            steps.add(() -> payers.base(Province.VILLAGE, one, "SALARY", pay, month));
            mirrored.add(() -> payers.base(Province.VILLAGE, other, "SALARY", pay, month));
        }
        var moved = months.get(1).atDay(1 + random.nextInt(20));
        Collections.shuffle(mirrored, random);

        steps.forEach(Runnable::run);
        for (var month : months) bill(month);
        move(one, moved);
        for (var month : months) bill(month);
        move(other, moved);
        mirroredAtTheNewUnit(mirrored, other);
        payers.settled();

        assertThat(due(other)).isEqualTo(due(one));
        assertThat(byUnit(other)).isEqualTo(byUnit(one));
        assertThat(api.get("/v1/trial-balance")
                        .as(tokens.administrator())
                        .send()
                        .json()
                        .path("balanced")
                        .asBoolean())
                .isTrue();
    }

    /** The bases are recorded after the move, by the branch where he is then; nobody else may. */
    private void mirroredAtTheNewUnit(List<Runnable> steps, long member) {
        payers.tell(member, new Period(LONG_AGO, null, "FULL", Province.VILLAGE, "EMPLOYED"));
        steps.forEach(Runnable::run);
        payers.settled();
        move(member, movedOn(member));
    }

    private LocalDate movedOn(long member) {
        return moves.getOrDefault(member, LONG_AGO);
    }

    private final java.util.Map<Long, LocalDate> moves = new java.util.HashMap<>();

    private void move(long member, LocalDate on) {
        moves.put(member, on);
        payers.tell(
                member,
                new Period(LONG_AGO, on.minusDays(1), "FULL", Province.VILLAGE, "EMPLOYED"),
                new Period(on, null, "FULL", Province.SECOND_VILLAGE, "EMPLOYED"));
        payers.settled();
    }

    private void bill(YearMonth month) {
        payers.bill(Province.COUNTY, month);
        payers.settled();
    }

    private List<String> due(long member) {
        return jdbc.sql("select concat(month, ' ', sum(fen)) from bill where member_id = :member group by month order"
                        + " by 1")
                .param("member", member)
                .query(String.class)
                .list();
    }

    private List<String> byUnit(long member) {
        return jdbc.sql("""
            select concat(month, ' ', unit_id, ' ', sum(fen)) from bill where member_id = :member
             group by month, unit_id having sum(fen) <> 0 order by 1\
            """).param("member", member).query(String.class).list();
    }
}
