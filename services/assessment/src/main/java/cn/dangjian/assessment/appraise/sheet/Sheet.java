package cn.dangjian.assessment.appraise.sheet;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a voter gives an object: the newest version counts, earlier ones are kept.
 *
 * @param points of a hundred, in hundredths
 * @param marks by criterion, as the column has them; null if the campaign has none
 */
record Sheet(
        long appraisedId,
        long account,
        int version,
        int points,
        @Nullable String marks,
        @Nullable String comment) {

    boolean says(Sheet other) {
        return points == other.points && Objects.equals(marks, other.marks) && Objects.equals(comment, other.comment);
    }
}
