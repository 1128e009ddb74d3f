package cn.dangjian.dues.book.period;

import cn.dangjian.platform.directory.UnitId;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A month that was closed.
 *
 * @param reopenedAt null while it is closed
 * @param document with which it was reopened
 */
public record Closing(
        long id,
        UnitId unit,
        YearMonth month,
        String subject,
        OffsetDateTime at,
        @Nullable String reopenedSubject,
        @Nullable OffsetDateTime reopenedAt,
        @Nullable String document) {}
