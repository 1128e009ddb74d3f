package cn.dangjian.platform.cases;

import cn.dangjian.platform.directory.Unit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case: where it stands.
 *
 * @param unit the one that it is about; whoever is above it sees the case
 * @param other a second one that takes part, and sees it too; null if there is none
 * @param round the first, or one more for each time that it began again
 * @param due by when the state is to end; null if nothing is due
 */
public record CaseFile<S extends Enum<S>>(
        long id,
        Unit unit,
        @Nullable Unit other,
        S state,
        int round,
        @Nullable LocalDate due,
        long version) {

    CaseFile<S> withId(long written) {
        return new CaseFile<>(written, unit, other, state, round, due, version);
    }

    CaseFile<S> after(S next, boolean again, @Nullable LocalDate until) {
        return new CaseFile<>(id, unit, other, next, again ? round + 1 : round, until, version);
    }

    /** The same case after its row was written. */
    CaseFile<S> written() {
        return new CaseFile<>(id, unit, other, state, round, due, version + 1);
    }
}
