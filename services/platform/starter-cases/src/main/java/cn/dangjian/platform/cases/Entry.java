package cn.dangjian.platform.cases;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One step in the journal of a case.
 *
 * @param state the one that followed
 * @param unit from where it was taken; null if nobody wrote that down
 */
public record Entry(
        String step,
        String state,
        int round,
        LocalDate day,
        @Nullable String document,
        @Nullable String note,
        @Nullable UnitId unit,
        String subject,
        OffsetDateTime at) {}
