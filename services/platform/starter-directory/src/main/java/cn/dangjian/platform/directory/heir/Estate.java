package cn.dangjian.platform.directory.heir;

import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a room does with what is open at a unit that has ended; asked again, it finds nothing left to do. */
public interface Estate {

    /**
     * That a unit ended.
     *
     * @param to who goes on with what it had; null if nobody does
     * @param day the first one without it
     * @param document by which it ended
     * @param subject on whose behalf
     */
    record Passing(
            UnitId from,
            @Nullable UnitId to,
            LocalDate day,
            @Nullable String document,
            String subject,
            Instant at) {

        /** For the journal of a case that goes on at the heir. */
        public String handedOver() {
            return "原组织自%s起不再存在，由承继组织继续办理%s".formatted(day, by());
        }

        /** For the journal of a case that ends. */
        public String ended() {
            return "原组织自%s起不再存在，就此终止%s".formatted(day, by());
        }

        private String by() {
            return document == null ? "" : "（" + document + "）";
        }
    }

    void pass(Passing passing);
}
