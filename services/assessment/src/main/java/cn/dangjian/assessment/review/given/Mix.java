package cn.dangjian.assessment.review.given;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.scheme.content.Indicator;
import java.util.List;

/**
 * What marks give together, as a ratio of the weight: the mean of a source, and where there are both kinds of checks, both
 * means with their weights; of a campaign of 述职评议 its composite alone. Multiplied only, so that nothing is rounded before the formula does it.
 */
record Mix(long numerator, long denominator) {

    static final Mix NOTHING = new Mix(0, 0);

    private static final int ALL = 100;

    private record Sum(long points, long sheets) {

        static Sum of(List<Mark> marks, Source source) {
            var those = marks.stream()
                    .filter(mark -> mark.counts() && mark.source() == source)
                    .toList();
            return new Sum(
                    those.stream().mapToLong(Mark::points).sum(),
                    those.stream().mapToLong(Mark::sheets).sum());
        }

        Sum and(Sum other) {
            return new Sum(points + other.points, sheets + other.sheets);
        }
    }

    static Mix of(List<Mark> marks, Indicator indicator) {
        var appraised = Sum.of(marks, Source.APPRAISAL);
        if (appraised.sheets() > 0)
            return new Mix(appraised.points(), Points.HUNDRED.hundredths() * appraised.sheets());
        var announced = Sum.of(marks, Source.ANNOUNCED);
        var unannounced = Sum.of(marks, Source.UNANNOUNCED);
        long weight = indicator.weight().hundredths();
        var share = indicator.unannounced();
        if (share == null || announced.sheets() == 0 || unannounced.sheets() == 0) {
            var all = announced.and(unannounced).and(Sum.of(marks, Source.VOTE));
            return new Mix(all.points(), weight * all.sheets());
        }
        return new Mix(
                (ALL - share) * announced.points() * unannounced.sheets()
                        + share * unannounced.points() * announced.sheets(),
                ALL * weight * announced.sheets() * unannounced.sheets());
    }
}
