package cn.dangjian.platform.cases.next;

import cn.dangjian.platform.cases.Hand;
import cn.dangjian.platform.cases.Move.Say;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open case in a list, whatever it is about.
 *
 * @param kind where its doors are: {@code /v1/<kind>/<id>}
 * @param other the second unit that takes part; null if there is none
 * @param due by when the state is to end; null if nothing is due
 * @param late whether that day is over
 * @param next the steps that are possible in this state; the room may still refuse one, and says why
 */
record OpenCase(
        String kind,
        long id,
        UnitId unit,
        String unitName,
        @Nullable UnitId other,
        @Nullable String otherName,
        String state,
        int round,
        @Nullable LocalDate due,
        boolean late,
        List<Next> next,
        long version) {

    /**
     * A step that can be taken.
     *
     * @param by whose hand it takes; any of them
     * @param says what must be said
     * @param mine whether the caller may take it
     */
    record Next(String step, List<Hand> by, Set<Say> says, boolean mine) {}
}
