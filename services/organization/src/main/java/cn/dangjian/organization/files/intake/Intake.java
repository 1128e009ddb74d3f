package cn.dangjian.organization.files.intake;

import cn.dangjian.organization.files.form.Form;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A file and what has become of its rows.
 *
 * @param document of what is decided by it, and from which day on; only where its rows need that
 * @param rowsRead the sum of the next two when it is done
 */
record Intake(
        long id,
        Form.What what,
        long unitId,
        long account,
        long post,
        String duty,
        @Nullable String document,
        @Nullable LocalDate effectiveOn,
        @Nullable String reason,
        State state,
        int rowsRead,
        int applied,
        int rejected,
        LocalDateTime receivedAt,
        @Nullable LocalDateTime finishedAt) {

    /** How far it has come. */
    enum State {
        WAITING,
        /** By the process that holds its lease. */
        APPLYING,
        DONE,
        /** Stopped by a fault of the platform; asking again goes on where it stopped. */
        FAILED
    }

    boolean isAtWork() {
        return state == State.WAITING || state == State.APPLYING;
    }

    /** Who sent it. */
    Caller caller() {
        return new Caller(new AccountId(account), unitId, post, duty);
    }

    Form.Order order() {
        return new Form.Order(id, caller(), document, effectiveOn, reason);
    }
}
