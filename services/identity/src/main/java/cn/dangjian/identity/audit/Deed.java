package cn.dangjian.identity.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written down.
 *
 * @param service in which service
 * @param source the other service's own number of it; null for deeds of identity
 * @param at when; null for now
 * @param act a word for what was done, for example {@code post.ended}
 * @param thing what kind of thing it was done to
 * @param thingId which one; never its value
 * @param purpose what for
 */
public record Deed(
        Actor who,
        String service,
        @Nullable UUID source,
        @Nullable Instant at,
        Kind kind,
        String act,
        String thing,
        String thingId,
        String purpose) {

    private static final String IDENTITY = "identity";

    /** Why the trail wants to know. */
    public enum Kind {
        /** Somebody saw personal data of somebody else. */
        READ,
        /** Somebody may do more or less than before. */
        AUTHORITY
    }

    /** A change of what somebody may do. */
    public static Deed change(Actor who, String act, String thing, long thingId, String purpose) {
        return new Deed(who, IDENTITY, null, null, Kind.AUTHORITY, act, thing, String.valueOf(thingId), purpose);
    }

    /** A look at personal data of somebody else. */
    public static Deed read(Actor who, String act, String thing, long thingId, String purpose) {
        return new Deed(who, IDENTITY, null, null, Kind.READ, act, thing, String.valueOf(thingId), purpose);
    }
}
