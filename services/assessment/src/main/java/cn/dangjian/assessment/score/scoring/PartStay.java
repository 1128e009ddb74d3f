package cn.dangjian.assessment.score.scoring;

import java.time.LocalDate;

/**
 * Where a unit stood in a part of a year, and by what it is scored there. A part begins where another owner's scheme begins
 * to hold; a unit that was moved within it has several stays in it.
 *
 * @param part its first day
 * @param from the first day of the stay in the year
 * @param upto the day after the last one that is counted
 * @param measure what is asked of it; empty for all
 * @param last 1 for the stay on the part's last day, of which states are taken
 */
public record PartStay(
        long unit, LocalDate part, LocalDate from, LocalDate upto, String path, long scheme, int last, String measure) {

    /** The day of which the score is. */
    public LocalDate asOf() {
        return upto.minusDays(1);
    }

    PartStay within(LocalDate otherPart, long otherScheme, boolean isLast) {
        return new PartStay(unit, otherPart, from, upto, path, otherScheme, isLast ? 1 : 0, measure);
    }

    PartStay of(String oneMeasure) {
        return new PartStay(unit, part, from, upto, path, scheme, last, oneMeasure);
    }
}
