package cn.dangjian.member.person.standing;

import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A room that must do something when it changes who people are or were. */
public interface StandingObserver {

    /**
     * Somebody's periods, whole; {@code before} is empty for whoever is new.
     *
     * @param subject on whose behalf, for example {@code account:17}
     */
    record Change(MemberId member, List<Period> before, List<Period> after, String subject, Instant at) {

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

        /** From which day on he has been what is asked about, without a break until now. */
        public LocalDate since(Predicate<Period> what) {
            var since = after.getLast().fromOn();
            for (var period : after.reversed()) {
                if (!what.test(period)) break;
                since = period.fromOn();
            }
            return since;
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

    /**
     * Something was written down of persons, or struck, from which the same periods follow; runs in that transaction.
     *
     * @param units to which they belong
     */
    default void eventsChanged(Collection<UnitId> units) {}
}
