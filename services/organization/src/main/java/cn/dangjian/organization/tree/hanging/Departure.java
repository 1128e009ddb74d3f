package cn.dangjian.organization.tree.hanging;

import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit that has ended.
 *
 * @param heir which goes on with what it had: the one into which it was merged, the first part of a split one; of an
 *     abolished one the unit to which its members go, if that is of the same tier; null if there is none
 * @param parent above it on its last day, or who has what that one leaves, if it ends with it; null for a province
 * @param day the first one without it
 * @param reason in words, with the document
 */
public record Departure(
        UnitId unit,
        @Nullable UnitId heir,
        @Nullable UnitId parent,
        LocalDate day,
        String reason,
        String subject,
        Instant at) {

    Departure followedBy(@Nullable UnitId otherHeir, @Nullable UnitId otherParent) {
        return new Departure(unit, otherHeir, otherParent, day, reason, subject, at);
    }

    /** Who has what it leaves. */
    @Nullable
    UnitId next() {
        return heir == null ? parent : heir;
    }

    /** Who may have something of it afterwards. */
    Stream<UnitId> after() {
        return Stream.of(heir, parent).flatMap(Stream::ofNullable);
    }
}
