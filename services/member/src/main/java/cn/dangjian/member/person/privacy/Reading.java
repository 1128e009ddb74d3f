package cn.dangjian.member.person.privacy;

import cn.dangjian.platform.directory.UnitId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was shown something of people in clear.
 *
 * @param member of whom; null if of many
 * @param many of how many
 * @param unit from which unit he acted
 */
public record Reading(
        long id,
        @Nullable Long member,
        What what,
        int many,
        long account,
        long post,
        UnitId unit,
        String purpose,
        OffsetDateTime at) {

    /** What was shown, as events name it. */
    public enum What {
        /** Number, phone and address of one person. */
        FILE("member-file"),
        /** Whether a number is known elsewhere. */
        NUMBER("member-number"),
        /** Whose a number is of those whom one sees. */
        KNOWN("member-number"),
        /** A file with numbers. */
        EXPORT("member-export"),
        /** A list of restricted visibility. */
        LIST("member-list"),
        /** The name, on a paper that another service has printed. */
        NAME("member-name");

        private final String kind;

        What(String kind) {
            this.kind = kind;
        }

        String kind() {
            return kind;
        }
    }
}
