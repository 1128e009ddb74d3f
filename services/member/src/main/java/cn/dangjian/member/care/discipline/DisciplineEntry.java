package cn.dangjian.member.care.discipline;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * That there is something about somebody; what it is is sealed.
 *
 * @param unit to which he belongs
 * @param endedOn the first day on which it does not hold any more
 * @param document by which that was decided
 */
record DisciplineEntry(
        long id,
        long member,
        String name,
        UnitId unit,
        LocalDate sinceOn,
        @Nullable LocalDate endedOn,
        @Nullable String document,
        String subject,
        OffsetDateTime at,
        long version) {

    /** The same, shown to somebody who may. */
    record Opened(DisciplineEntry entry, String text) {

        /** Never in a log. */
        @Override
        public String toString() {
            return "Opened[" + entry.id() + "]";
        }
    }
}
