package cn.dangjian.organization.intake;

import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A file and what has become of its rows.
 *
 * @param rowsRead the sum of the next two when it is done
 */
record Intake(
        long id,
        What what,
        long unitId,
        long account,
        long post,
        String duty,
        State state,
        int rowsRead,
        int applied,
        int rejected,
        LocalDateTime receivedAt,
        @Nullable LocalDateTime finishedAt) {

    /** What the rows are. */
    enum What {
        /** 单位台账. */
        REGISTER
    }

    /** How far it has come. */
    enum State {
        WAITING,
        /** By the process that holds its lease. */
        APPLYING,
        DONE,
        /** Stopped by a fault of the platform; asking again goes on where it stopped. */
        FAILED
    }

    /** Who sent it. */
    Caller caller() {
        return new Caller(new AccountId(account), unitId, post, duty);
    }
}
