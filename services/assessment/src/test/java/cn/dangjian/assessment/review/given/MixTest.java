package cn.dangjian.assessment.review.given;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.scheme.content.Indicator;
import cn.dangjian.assessment.scheme.content.Method;
import cn.dangjian.assessment.scheme.content.WhenEmpty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What marks give together, of an indicator that weighs 20: the share of it, in hundredths of a percent. */
class MixTest {

    @ParameterizedTest(name = "{0} announced, {1} unannounced, weighing {2}: {3}")
    @CsvSource({
        "20.00, , , 10000", //
        "10.00, , 70, 5000",
        ", 10.00, 30, 5000",
        "16.00 20.00, , , 9000",
        "20.00 20.00 20.00, 10.00, , 8750",
        "20.00 20.00 20.00, 10.00, 50, 7500",
        "20.00, 10.00 5.00, 40, 7500",
        "20.00, 0.00, 100, 0",
        "20.00, 0.00, 0, 10000",
        "0.01 0.02 0.02, 0.01, 33, 7"
    })
    void isTheMeanOfEachSourceWithItsWeight(
            @Nullable String announced, @Nullable String unannounced, @Nullable Integer share, long expected) {
        var marks = new ArrayList<Mark>();
        marks.addAll(marks(Source.ANNOUNCED, announced));
        marks.addAll(marks(Source.UNANNOUNCED, unannounced));
        // neither what the unit says of itself nor what was taken back counts
        marks.add(new Mark(98, 1, Source.SELF, LocalDate.EPOCH, 1, 1, "", null, null));
        marks.add(new Mark(99, 1, Source.ANNOUNCED, LocalDate.EPOCH, 1, 1, "", null, "误填"));

        var mix = Mix.of(marks, indicator(share));

        assertThat(mix.denominator()).isPositive();
        assertThat(mix.numerator() * 10_000 / mix.denominator()).isEqualTo(expected);
    }

    private static List<Mark> marks(Source source, @Nullable String points) {
        if (points == null) return List.of();
        return List.of(points.split(" ")).stream()
                .map(each -> new Mark(
                        1, 1, source, LocalDate.EPOCH, 1, Points.parse(each).hundredths(), "", null, null))
                .toList();
    }

    private static Indicator indicator(@Nullable Integer share) {
        return new Indicator(
                "ORGANIZATION",
                "SEEN",
                "实地查看",
                Method.EXPERT,
                null,
                false,
                Points.parse("20.00"),
                null,
                null,
                null,
                null,
                0,
                0,
                WhenEmpty.NOT_APPLICABLE,
                share,
                null);
    }
}
