package cn.dangjian.assessment.result.year;

import cn.dangjian.assessment.fact.measure.ObjectKind;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A year that is being frozen, or is.
 *
 * @param schemeId the version that counted last
 * @param doneUpto the greatest number of a unit that is frozen
 * @param parts how many parts of units' years are frozen
 */
public record YearClose(
        long schemeId,
        long unitId,
        int year,
        ObjectKind object,
        String domain,
        State state,
        long doneUpto,
        int parts,
        String document,
        @Nullable LocalDateTime frozenAt) {

    public enum State {
        CLOSING,
        FROZEN
    }

    public boolean isFrozen() {
        return state == State.FROZEN;
    }
}
