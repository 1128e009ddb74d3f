package cn.dangjian.member.growth.development;

import cn.dangjian.member.growth.edition.Outcome;
import cn.dangjian.member.growth.edition.Taken;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the way to become a member.
 *
 * @param unit the branch that takes him along
 * @param path of that branch
 */
record Development(long id, long member, String name, UnitId unit, String path, State state, long version) {

    /** Where somebody stands; the five stages, and how they end. */
    enum State {
        APPLICATION,
        ACTIVIST,
        OBJECT,
        ADMISSION,
        PROBATION,
        /** Full member; the papers are still to be put together. */
        FULL,
        ARCHIVED,
        /** 终止培养. */
        WITHDRAWN,
        /** 取消预备党员资格. */
        CANCELLED
    }

    /** How somebody was found (推荐方式). */
    enum Recommendation {
        /** 党员推荐. */
        MEMBERS,
        /** 群团组织推优. */
        GROUPS,
        /** 公推选优. */
        PUBLIC
    }

    /**
     * A step that was taken.
     *
     * @param late whether it was taken after the latest day
     * @param people numbers of the files of contacts or introducers
     * @param written how many who were not present at the vote had said in writing what they think
     * @param months by how many probation is to be longer
     * @param recommended how somebody was found; of whoever is to be an activist
     */
    record Step(
            String step,
            String edition,
            LocalDate day,
            Outcome outcome,
            boolean late,
            String evidence,
            @Nullable String document,
            @Nullable String people,
            @Nullable Integer days,
            @Nullable Integer hours,
            @Nullable Integer entitled,
            @Nullable Integer present,
            @Nullable Integer written,
            @Nullable Integer yes,
            @Nullable LocalDate shownFrom,
            @Nullable LocalDate shownTo,
            @Nullable Integer months,
            @Nullable Recommendation recommended,
            String subject,
            OffsetDateTime at) {

        Taken taken() {
            return new Taken(step, day, outcome, months);
        }
    }

    /**
     * What was objected.
     *
     * @param answer what was found out about it; null while it is open
     */
    record Objection(
            long id,
            LocalDate day,
            String text,
            @Nullable String answer,
            @Nullable OffsetDateTime answeredAt,
            String subject,
            OffsetDateTime at) {}
}
