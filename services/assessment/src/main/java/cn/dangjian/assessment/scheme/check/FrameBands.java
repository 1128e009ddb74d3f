package cn.dangjian.assessment.scheme.check;

import static cn.dangjian.assessment.scheme.check.CheckRefusal.ADDITIONS_OVER;
import static cn.dangjian.assessment.scheme.check.CheckRefusal.FRAME_CHANGED;
import static cn.dangjian.assessment.scheme.check.CheckRefusal.FRAME_LEFT_OUT;
import static cn.dangjian.assessment.scheme.check.CheckRefusal.OUTSIDE_BAND;
import static cn.dangjian.assessment.scheme.check.CheckRefusal.OWN_OVER;

import cn.dangjian.assessment.scheme.content.Content;
import cn.dangjian.assessment.scheme.content.Indicator;
import java.util.List;

/** What somebody who adapts a scheme may not do: leave something out, count it otherwise, weigh it outside its bounds. */
final class FrameBands {

    private FrameBands() {}

    static void check(Content scheme, Content frame, List<Finding> found) {
        for (var asked : frame.indicators()) {
            var has = scheme.find(asked.code());
            if (has.isEmpty()) found.add(Finding.of(FRAME_LEFT_OUT, asked.name()));
            else compare(has.get(), asked, found);
        }
        long own = scheme.indicators().stream()
                .filter(indicator -> frame.find(indicator.code()).isEmpty())
                .mapToLong(indicator -> indicator.weight().hundredths())
                .sum();
        if (own > frame.ownMost().hundredths()) found.add(Finding.of(OWN_OVER, frame.ownMost()));
        if (scheme.additionsMost().hundredths() > frame.additionsMost().hundredths())
            found.add(Finding.of(ADDITIONS_OVER, frame.additionsMost()));
    }

    private static void compare(Indicator has, Indicator asked, List<Finding> found) {
        if (!has.countsLike(asked)) found.add(Finding.of(FRAME_CHANGED, asked.name()));
        int weight = has.weight().hundredths();
        if (weight < asked.least().hundredths() || weight > asked.most().hundredths())
            found.add(Finding.of(OUTSIDE_BAND, asked.name(), asked.least(), asked.most()));
    }
}
