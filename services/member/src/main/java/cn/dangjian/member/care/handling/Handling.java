package cn.dangjian.member.care.handling;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed and decided about somebody.
 *
 * @param sinceOn since when he has neglected it; null for what is not counted in months
 * @param hearingUntil the last day on which he may speak before it is voted
 * @param correctUntil by when he is to have corrected himself
 * @param dueOn by when the present state ends; null if nothing is due
 */
record Handling(
        long id,
        long member,
        String name,
        UnitId unit,
        String unitName,
        State state,
        int round,
        Grounds grounds,
        @Nullable LocalDate sinceOn,
        Measure measure,
        String evidence,
        @Nullable LocalDate noticedOn,
        @Nullable LocalDate hearingUntil,
        @Nullable LocalDate votedOn,
        @Nullable Integer entitled,
        @Nullable Integer present,
        @Nullable Integer yes,
        @Nullable LocalDate correctUntil,
        Appeal appeal,
        @Nullable LocalDate dueOn,
        long version) {

    /** Where a case stands. */
    enum State {
        /** 提出. */
        PROPOSED,
        /** 听取申辩. */
        HEARING,
        /** 支部大会通过, and the committee has not decided. */
        VOTED,
        /** 限期改正. */
        CORRECTING,
        /** 已改正. */
        CORRECTED,
        /** 劝退. */
        PERSUADED,
        /** 除名. */
        REMOVED,
        /** Nothing is done. */
        DROPPED
    }

    /** What is held against him. */
    enum Grounds {
        /** 不参加组织生活. */
        NOT_ATTENDING,
        /** 不交纳党费. */
        NOT_PAYING,
        /** 不做党所分配的工作. */
        NOT_WORKING,
        /** 理想信念动摇等其他不合格表现. */
        UNQUALIFIED;

        /** Whether months of it are counted, of each by itself. */
        boolean isCounted() {
            return this != UNQUALIFIED;
        }
    }

    /** What is proposed. */
    enum Measure {
        /** 限期改正. */
        CORRECTION,
        /** 劝退. */
        PERSUASION,
        /** 除名. */
        REMOVAL;

        /** The step with which the committee approves it. */
        HandlingStep approval() {
            return switch (this) {
                case CORRECTION -> HandlingStep.CORRECTION;
                case PERSUASION -> HandlingStep.PERSUADED;
                case REMOVAL -> HandlingStep.REMOVED;
            };
        }
    }

    /** 申诉. */
    enum Appeal {
        NONE,
        OPEN,
        DENIED,
        GRANTED
    }
}
