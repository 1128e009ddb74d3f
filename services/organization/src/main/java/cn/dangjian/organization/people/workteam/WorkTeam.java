package cn.dangjian.organization.people.workteam;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A team that a unit has sent to work in a village.
 *
 * @param endedOn the first day without it
 * @param endReason why it ended, if its village did
 */
record WorkTeam(
        long id,
        UnitId unitId,
        String sendingUnit,
        LocalDate fromOn,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        String document,
        long version) {

    /**
     * Somebody of the team.
     *
     * @param recalledOn the first day without; null if nobody has recalled the person
     * @param replaces who was recalled before and in whose place the person came
     */
    record Member(
            long id,
            String name,
            @Nullable Long accountId,
            boolean leader,
            LocalDate fromOn,
            @Nullable LocalDate recalledOn,
            @Nullable String recallReason,
            @Nullable String recallDocument,
            @Nullable Long replaces) {

        static Member of(String name, @Nullable Long account, boolean leader, LocalDate from, @Nullable Long replaces) {
            return new Member(0, name, account, leader, from, null, null, null, replaces);
        }
    }
}
