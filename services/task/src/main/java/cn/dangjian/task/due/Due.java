package cn.dangjian.task.due;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that was said, as it counts.
 *
 * @param day on which it lies, where the province is
 * @param dayOff whether nobody works that day, as far as is known
 * @param provisional counted in working days of a year whose notice is not known yet
 * @param workingDays null if it was not said in working days
 */
public record Due(
        OffsetDateTime at,
        LocalDate day,
        boolean dayOff,
        boolean provisional,
        @Nullable Integer workingDays) {}
