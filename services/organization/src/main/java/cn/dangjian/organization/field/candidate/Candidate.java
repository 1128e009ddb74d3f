package cn.dangjian.organization.field.candidate;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit that had few stars in a year, and what people say to that.
 *
 * @param unit who has it now: the unit that was graded, or its heir
 * @param graded the unit that was graded
 * @param ended whether it has ended with its unit, before anybody had decided
 * @param owner who has graded it
 * @param document by which it was graded
 * @param weakCase the case that was opened, or goes on, when it was accepted
 * @param reason why people have refused it
 */
record Candidate(
        long id,
        UnitId unit,
        String unitName,
        UnitId graded,
        int year,
        int stars,
        long grading,
        UnitId owner,
        String document,
        State state,
        boolean ended,
        @Nullable Long weakCase,
        @Nullable String reason,
        @Nullable LocalDate decidedOn,
        long version) {

    /** Where it stands. */
    enum State {
        /** 候选: nobody has decided. */
        LISTED,
        /** 列为软弱涣散. */
        ACCEPTED,
        /** 不予列入. */
        REFUSED
    }
}
