package cn.dangjian.member.growth.edition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken.
 *
 * @param months by how many the probation is to be longer; null unless that was decided
 */
public record Taken(
        String step,
        LocalDate day,
        Outcome outcome,
        @Nullable Integer months) {}
