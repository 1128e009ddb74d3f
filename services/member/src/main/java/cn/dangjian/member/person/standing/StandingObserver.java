package cn.dangjian.member.person.standing;

import cn.dangjian.platform.directory.UnitId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A room that must do something when it changes who people are or were. */
public interface StandingObserver {

    /** Somebody's periods, whole; {@code before} is empty for whoever is new. */
    record Change(MemberId member, List<Period> before, List<Period> after) {

        /** Where he belongs from now on, if that is another unit than before. */
        public Optional<UnitId> movedTo() {
            if (before.isEmpty() || after.isEmpty()) return Optional.empty();
            var unit = after.getLast().unitId();
            return Optional.ofNullable(unit)
                    .filter(now -> !now.equals(before.getLast().unitId()));
        }

        /** Whether he has left for good, or for another province, and had not before. */
        public boolean wentOut() {
            return isOut(after) && !isOut(before);
        }

        /** Whether he was out before, or is now. */
        public boolean isOut() {
            return isOut(after) || isOut(before);
        }

        private static boolean isOut(List<Period> periods) {
            return !periods.isEmpty() && periods.getLast().status().isOut();
        }

        /** Those of many who belong to another unit from now on. */
        public static Map<MemberId, UnitId> moved(List<Change> changes) {
            var moved = new HashMap<MemberId, UnitId>();
            changes.forEach(change -> change.movedTo().ifPresent(unit -> moved.put(change.member(), unit)));
            return moved;
        }
    }

    /** Runs in the transaction that changes them, after the rows were written. */
    void standingsChanged(List<Change> changes);
}
