package cn.dangjian.assessment.result.consequence;

import cn.dangjian.assessment.result.ladder.Measure;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a rule over frozen years proposes about a unit: never about a person, and nothing by itself.
 *
 * @param ownerId who has graded it, and decides
 * @param source what the rule comes from
 * @param ended whether it has ended with its unit: nobody else is charged with it
 * @param hearingUntil the last day on which the unit is heard before it is decided
 * @param dueOn by when what comes next is to be done; null if no day is set
 */
record Consequence(
        long id,
        UnitId unit,
        String unitName,
        long ownerId,
        String ownerName,
        State state,
        int year,
        Ground ground,
        String source,
        boolean ended,
        @Nullable LocalDate hearingUntil,
        @Nullable Measure measure,
        @Nullable String document,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate dueOn,
        long version) {

    /** Where it stands. */
    enum State {
        /** 提请研究: a rule has asked people to look. */
        PROPOSED,
        /** 已告知，听取意见. */
        NOTICED,
        /** 已决定. */
        DECIDED,
        /** 已谈话. */
        TALKED,
        /** 已落实: what was decided is carried out, and what was asked for is done. */
        SETTLED,
        /** 不予追究. */
        DISMISSED,
        /** 已申诉. */
        APPEALED,
        /** 维持. */
        CONFIRMED,
        /** 撤销. */
        REVOKED
    }
}
