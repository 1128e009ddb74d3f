package cn.dangjian.organization.files.decision;

import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One word about all proposals of a file, and how far it has come.
 *
 * @param approves false to refuse
 * @param proposals how many were open when it was asked for
 * @param accessVersion of what its decider might do when it was asked for; null if his token carried none
 * @param leftOpen those that a rule did not let be decided
 * @param upTo the last line of the file that was looked at
 * @param problem what ended it before all was looked at; null if nothing did, or a fault of the platform
 */
record Decision(
        long id,
        long intakeId,
        boolean approves,
        @Nullable String note,
        long unitId,
        long account,
        long post,
        String duty,
        @Nullable Long accessVersion,
        State state,
        int proposals,
        int decided,
        int leftOpen,
        int upTo,
        @Nullable String problem,
        LocalDateTime askedAt,
        @Nullable LocalDateTime finishedAt) {

    /** How far it has come. */
    enum State {
        WAITING,
        /** By the process that holds its lease. */
        APPLYING,
        DONE,
        /** Stopped by its problem or a fault of the platform; asking again goes on with what is open. */
        FAILED
    }

    boolean isAtWork() {
        return state == State.WAITING || state == State.APPLYING;
    }

    /** Who decided. */
    Caller caller() {
        return new Caller(new AccountId(account), unitId, post, duty);
    }
}
