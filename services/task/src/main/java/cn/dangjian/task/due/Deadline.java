package cn.dangjian.task.due;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Until when, as somebody says it: exactly one of the three.
 *
 * @param at an instant with its offset
 * @param day to its end, where the province is
 * @param workingDays so many working days after the day on which it is said; the end of the last one
 */
@Schema(
        description =
                "2026-12-31（当日终了，北京时间）、带时差的时刻，或 {\"workingDays\": 10} / a day (to its end in Beijing), an instant with"
                        + " an offset, or so many working days",
        anyOf = {LocalDate.class, OffsetDateTime.class, Deadline.Working.class})
public record Deadline(
        @JsonIgnore @Nullable OffsetDateTime at,
        @JsonIgnore @Nullable LocalDate day,
        @JsonIgnore @Nullable @Min(1) @Max(250) Integer workingDays) {

    private static final int DAY = "2026-12-31".length();

    /** So many working days from now. */
    record Working(Integer workingDays) {}

    /** @throws java.time.DateTimeException if it is neither a day nor an instant with an offset */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Deadline of(String text) {
        return text.length() == DAY
                ? new Deadline(null, LocalDate.parse(text), null)
                : new Deadline(OffsetDateTime.parse(text), null, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Deadline in(Working working) {
        return new Deadline(null, null, Objects.requireNonNull(working.workingDays()));
    }
}
