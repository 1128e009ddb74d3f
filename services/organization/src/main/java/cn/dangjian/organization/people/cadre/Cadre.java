package cn.dangjian.organization.people.cadre;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody in reserve for a village. */
record Cadre(
        long id,
        UnitId unitId,
        String name,
        @Nullable Long accountId,
        String mentor,
        LocalDate nominatedOn,
        @Nullable LocalDate listedOn,
        @Nullable LocalDate leftOn,
        @Nullable String reason,
        long version) {

    /** Where somebody stands; it follows from the days. */
    enum State {
        /** By the village. */
        NOMINATED,
        /** By the county. */
        LISTED,
        LEFT
    }

    /** A training (培训). */
    record Training(LocalDate heldOn, String topic, int hours) {}

    State state() {
        if (leftOn != null) return State.LEFT;
        return listedOn == null ? State.NOMINATED : State.LISTED;
    }
}
