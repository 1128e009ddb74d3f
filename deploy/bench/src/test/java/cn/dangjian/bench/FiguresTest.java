package cn.dangjian.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void dividesBlockByBlockAndShowsTheMedianOfTheRatios() {
        var ours = new Figures(List.of(3.0, 8.0, 2.5, 3.0));
        var control = new Figures(List.of(1.0, 2.0, 1.0, 1.5));

        assertThat(ours.over(control).line("ratio", "at most 3"))
                .isEqualTo("| ratio | 2.75 | 2.00 | 4.00 | at most 3 |%n".formatted());
    }

    @Test
    void keepsOfBothTurnsOfABlockTheSmallerOne() {
        assertThat(new Figures(List.of(3.0, 2.0, 1.0, 5.0)).leastOfBlocks().values())
                .containsExactly(2.0, 1.0);
    }

    @Test
    void countsForATurnWhatItTookOnAverage() {
        var turns = List.of(List.of(1, 2), List.of(4, 6));

        assertThat(Figures.ofTurns(turns, Integer::doubleValue).values()).containsExactly(1.5, 5.0);
    }

    @Test
    void saysHowUnevenAControlWasAndCallsItDoubtfulOnlyThen() {
        assertThat(new Figures(List.of(1.0, 1.2, 1.0)).evenness("LOAD DATA"))
                .isEqualTo("%nLOAD DATA alone: 1.00 to 1.20 s, a spread of 20 %%.%n".formatted());
        assertThat(new Figures(List.of(1.0, 1.5, 1.0)).evenness("LOAD DATA"))
                .startsWith("%nLOAD DATA alone: 1.00 to 1.50 s, a spread of 50 %%. **Doubtful**".formatted());
    }

    @Test
    void callsAControlTooUnevenBeyondAQuarterOfItsMedian() {
        assertThat(new Figures(List.of(1.0, 1.25, 1.0)).isTooUneven()).isFalse();
        assertThat(new Figures(List.of(1.0, 1.26, 1.0)).isTooUneven()).isTrue();
    }

    @Test
    void showsTheDigitsThatCount() {
        assertThat(Figures.shown(31690)).isEqualTo("31,690");
        assertThat(Figures.shown(12.34)).isEqualTo("12.3");
        assertThat(Figures.shown(1.234)).isEqualTo("1.23");
        assertThat(Figures.shown(0.0041)).isEqualTo("0.0041");
    }
}
