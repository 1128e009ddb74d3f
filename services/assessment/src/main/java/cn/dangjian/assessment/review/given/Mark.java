package cn.dangjian.assessment.review.given;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A mark of a source.
 *
 * @param sheets how many sheets a vote has; else one
 * @param points of all of them together, in hundredths
 * @param reason why a check differs from what the unit has said of itself
 * @param withdrawn why it counts no more; null while it does
 */
record Mark(
        long id,
        long givenId,
        Source source,
        LocalDate day,
        int sheets,
        int points,
        String words,
        @Nullable String reason,
        @Nullable String withdrawn) {

    boolean counts() {
        return withdrawn == null && source != Source.SELF;
    }

    boolean isOwn() {
        return withdrawn == null && source == Source.SELF;
    }
}
