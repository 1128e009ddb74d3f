package cn.dangjian.assessment.appraise.tally;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.assessment.Paper;
import cn.dangjian.assessment.appraise.campaign.Plan.Role;
import cn.dangjian.assessment.appraise.campaign.Plan.Voters;
import cn.dangjian.assessment.appraise.sheet.SheetTable.Counted;
import cn.dangjian.platform.directory.Tier;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sheets say together: the numbers are exact, and nothing is shown that gives a single sheet from below away. */
class TallyTest {

    private static Role role(String code, Voters voters, int weight, int quorum, boolean needed) {
        var tier = voters == Voters.BELOW ? Tier.VILLAGE : null;
        return new Role(code, code, voters, tier, "office", null, weight, quorum, needed);
    }

    /** @param points whole ones, in whatever order */
    private static Part part(Role role, int entitled, int outOf, int least, int... points) {
        var sheets = Arrays.stream(points)
                .sorted()
                .mapToObj(each -> new Counted(1, role.code(), each * 100, null))
                .toList();
        return Part.of(role, entitled, sheets, outOf, least);
    }

    @ParameterizedTest
    @CsvSource({
        // given, of a hundred left out at each end; left out, counted
        "1, 0, 0, 1",
        "9, 10, 0, 9",
        "10, 10, 1, 8",
        "19, 10, 1, 17",
        "20, 10, 2, 16",
        "4, 25, 1, 2",
        "3, 25, 0, 3"
    })
    void leavesOutAsManyAtBothEnds(int given, int outOf, int cut, int counted) {
        var role = role("A", Voters.NAMED, 100, 1, true);
        var part = part(role, given, outOf, 5, IntStream.range(0, given).toArray());

        assertThat(part.cut()).isEqualTo(cut);
        assertThat(part.counted()).hasSize(counted);
        assertThat(part.counted().getFirst().points()).isEqualTo(cut * 100);
        assertThat(part.counted().getLast().points()).isEqualTo((given - 1 - cut) * 100);
    }

    @ParameterizedTest
    @CsvSource({
        // entitled, given, quorum
        "3, 2, 66, COUNTED",
        "3, 2, 67, UNDER_QUORUM",
        "10, 5, 50, COUNTED",
        "10, 4, 50, UNDER_QUORUM",
        "0, 0, 1, UNDER_QUORUM"
    })
    void saysWhenARoleIsUnderItsQuorum(int entitled, int given, int quorum, Part.State state) {
        var role = role("A", Voters.NAMED, 100, quorum, true);

        assertThat(part(role, entitled, 0, 5, IntStream.range(0, given).toArray())
                        .state())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        // given from below, of a hundred left out at each end: what is left must be five
        "4, 0, TOO_FEW",
        "5, 0, COUNTED",
        "6, 20, TOO_FEW",
        "7, 20, COUNTED",
        "8, 25, TOO_FEW"
    })
    void countsNothingFromBelowThatIsOfTooFew(int given, int outOf, Part.State state) {
        var role = role("A", Voters.BELOW, 100, 1, true);

        assertThat(part(role, given, outOf, 5, IntStream.range(0, given).toArray())
                        .state())
                .isEqualTo(state);
    }

    @Test
    void isTheMeansByTheirWeightsRoundedOnce() {
        var leaders = part(role("A", Voters.NAMED, 50, 1, true), 3, 0, 5, 88, 90, 91);
        var below = part(role("B", Voters.BELOW, 30, 1, true), 6, 0, 5, 70, 80, 85, 90, 95, 97);
        var peers = part(role("C", Voters.PEERS, 20, 1, true), 1, 0, 5, 79);

        var tally = Tally.of(1, List.of(leaders, below, peers));

        // 50 × 89.666… + 30 × 86.166… + 20 × 79, by a hundred
        assertThat(tally.composite()).isEqualTo(8648);
        assertThat(tally.formula()).isEqualTo("(50 × 269.00 ÷ 3 + 30 × 517.00 ÷ 6 + 20 × 79.00 ÷ 1) ÷ 100 = 86.48");
        assertThat(Paper.left(Objects.requireNonNull(tally.formula()))).isEqualTo("86.48");
    }

    @Test
    void roundsHalfAHundredthUp() {
        var one = part(role("A", Voters.NAMED, 50, 1, true), 1, 0, 5, 80);
        var other = Part.of(role("B", Voters.NAMED, 50, 1, true), 1, List.of(new Counted(1, "B", 8001, null)), 0, 5);

        assertThat(Tally.of(1, List.of(one, other)).composite()).isEqualTo(8001);
    }

    @Test
    void isNotGuessedWithoutARoleThatIsNeeded() {
        var leaders = part(role("A", Voters.NAMED, 60, 1, true), 3, 0, 5, 90);
        var few = part(role("B", Voters.BELOW, 40, 1, true), 3, 0, 5, 10, 10, 10);

        var tally = Tally.of(1, List.of(leaders, few));

        assertThat(tally.composite()).isNull();
        assertThat(tally.formula()).isNull();
    }

    @Test
    void givesTheWeightOfARoleThatIsNotNeededToTheOthers() {
        var leaders = part(role("A", Voters.NAMED, 60, 1, true), 3, 0, 5, 90);
        var few = part(role("B", Voters.BELOW, 40, 1, false), 3, 0, 5, 10, 10, 10);

        var tally = Tally.of(1, List.of(leaders, few));

        assertThat(tally.composite()).isEqualTo(9000);
        assertThat(tally.formula()).isEqualTo("(60 × 90.00 ÷ 1) ÷ 60 = 90.00");
    }

    /** Whatever people give: what stands stored is what the text gives on paper. */
    @Test
    void canBeRecomputedFromItsText() {
        var random = new Random(11);
        for (int turn = 0; turn < 300; turn++) {
            var parts = Stream.of("A", "B", "C")
                    .map(code -> {
                        int count = 1 + random.nextInt(60);
                        var points = random.ints(count, 0, 101).toArray();
                        int weight = code.equals("C") ? 20 : 40;
                        return part(role(code, Voters.NAMED, weight, 1, true), count, random.nextInt(26), 5, points);
                    })
                    .toList();
            var tally = Tally.of(1, parts);
            String formula = Objects.requireNonNull(tally.formula());

            assertThat(Paper.left(formula)).as(formula).isEqualTo(Paper.right(formula));
            assertThat(new BigDecimal(Paper.right(formula)).movePointRight(2).intValueExact())
                    .isEqualTo(tally.composite());
        }
    }

    /** Better sheets never make a worse composite. */
    @Test
    void growsWithItsSheets() {
        var random = new Random(12);
        var role = role("A", Voters.NAMED, 100, 1, true);
        for (int turn = 0; turn < 300; turn++) {
            var points = random.ints(1 + random.nextInt(20), 0, 100).toArray();
            var better = points.clone();
            better[random.nextInt(better.length)]++;

            var before = Tally.of(1, List.of(part(role, points.length, 10, 5, points)));
            var after = Tally.of(1, List.of(part(role, points.length, 10, 5, better)));

            assertThat(Objects.requireNonNull(after.composite())).isGreaterThanOrEqualTo(before.composite());
        }
    }

    /** Sheets from below of four townships; of which of them the sum of all is shown beside those of single ones. */
    @ParameterizedTest
    @CsvSource({
        "5, 6, 7, 8, true",
        // four of one township would be what is left
        "5, 6, 7, 4, false",
        "5, 6, 7, 1, false",
        "5, 6, 7, 0, true",
        // four and three: seven are left, and nobody can tell them apart
        "5, 6, 3, 4, true",
        "5, 6, 2, 2, false",
        "1, 1, 1, 1, false",
        "1, 1, 1, 2, true"
    })
    void showsTheSumOfAllOnlyIfNothingSmallIsLeftOver(int a, int b, int c, int d, boolean shown) {
        var role = role("B", Voters.BELOW, 100, 1, false);
        var tallies = Stream.of(a, b, c, d)
                .map(count -> Tally.of(
                        1, List.of(part(role, 9, 0, 5, IntStream.range(0, count).toArray()))))
                .toList();

        assertThat(Below.of(role, tallies, 5).isPresent()).isEqualTo(shown);
    }
}
