package cn.dangjian.assessment.result.consequence;

import cn.dangjian.assessment.result.grade.GradeTable.Standing;
import java.util.List;
import java.util.stream.IntStream;

/** What a unit was in years one behind the other. */
final class Trail {

    private Trail() {}

    /**
     * The last years; none if one of them is missing: nobody is asked about a year that was not graded.
     *
     * @param trail the newest first
     */
    static List<Standing> of(List<Standing> trail, int year, int years) {
        if (years < 1 || trail.size() < years) return List.of();
        var last = trail.subList(0, years);
        boolean isWhole = IntStream.range(0, years).allMatch(at -> last.get(at).year() == year - at);
        return isWhole ? List.copyOf(last) : List.of();
    }

    static boolean isPoor(List<Standing> seen) {
        return seen.stream().allMatch(Standing::isPoor);
    }

    /** In none of the years better than in the one before, and never the best. */
    static boolean isWithoutRise(List<Standing> seen) {
        return IntStream.range(0, seen.size() - 1).allMatch(at -> {
            var is = seen.get(at);
            var was = seen.get(at + 1);
            return is.isNoBetterThan(was) && !is.isBest();
        });
    }

    /** Among the last ones each year, of enough peers. */
    static boolean isBottom(List<Standing> seen, int places, int least) {
        return seen.stream().allMatch(one -> one.fewer() < places && one.peers() >= least);
    }
}
