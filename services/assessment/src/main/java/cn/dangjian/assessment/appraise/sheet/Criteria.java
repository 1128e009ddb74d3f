package cn.dangjian.assessment.appraise.sheet;

import static cn.dangjian.assessment.appraise.sheet.SheetRefusal.MARKS_UNFIT;
import static cn.dangjian.assessment.appraise.sheet.SheetRefusal.POINTS_OVER;

import cn.dangjian.assessment.appraise.campaign.Plan.Criterion;
import cn.dangjian.assessment.points.Points;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a sheet is asked for: one number of a hundred, or one for each criterion; in a column as {@code WORK=3000,LED=4500}. */
record Criteria(List<Criterion> listed) {

    /** What a sheet says: how much in all, and how much of each. */
    record Given(int points, @Nullable String marks) {}

    Given given(@Nullable Points points, @Nullable Map<String, Points> marks) {
        return listed.isEmpty() ? whole(points, marks) : parts(points, marks);
    }

    private static Given whole(@Nullable Points points, @Nullable Map<String, Points> marks) {
        if (points == null || marks != null) throw MARKS_UNFIT.with("总分（points）");
        if (points.hundredths() > Points.HUNDRED.hundredths()) throw POINTS_OVER.with(Points.HUNDRED);
        return new Given(points.hundredths(), null);
    }

    private Given parts(@Nullable Points points, @Nullable Map<String, Points> marks) {
        String names = listed.stream().map(Criterion::code).collect(Collectors.joining("、"));
        if (points != null || marks == null || marks.size() != listed.size()) throw MARKS_UNFIT.with(names);
        int sum = 0;
        for (var criterion : listed) {
            var mark = marks.get(criterion.code());
            if (mark == null) throw MARKS_UNFIT.with(names);
            if (mark.hundredths() > criterion.most().hundredths()) throw POINTS_OVER.with(criterion.most());
            sum += mark.hundredths();
        }
        return new Given(sum, written(marks));
    }

    private String written(Map<String, Points> marks) {
        return listed.stream()
                .map(one -> one.code() + "="
                        + Objects.requireNonNull(marks.get(one.code())).hundredths())
                .collect(Collectors.joining(","));
    }

    /** What {@link #given} has written; none of a sheet with one number. */
    static Map<String, Integer> read(@Nullable String marks) {
        var read = new HashMap<String, Integer>();
        if (marks == null) return read;
        for (String one : marks.split(",", -1)) {
            int at = one.indexOf('=');
            read.put(one.substring(0, at), Integer.parseInt(one.substring(at + 1)));
        }
        return read;
    }
}
