package cn.dangjian.member.person.standing;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that was written down of a person.
 *
 * @param struckBecause why it does not count; null while it does
 */
public record MemberEvent(
        long id,
        EventKind kind,
        LocalDate day,
        @Nullable UnitId unitId,
        @Nullable MemberClass memberClass,
        @Nullable String document,
        @Nullable String reason,
        String subject,
        OffsetDateTime at,
        @Nullable String struckBecause,
        @Nullable OffsetDateTime struckAt) {}
