package cn.dangjian.platform.files.intake;

import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.files.form.Values;
import cn.dangjian.platform.sheets.Format;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A file and what has become of its rows.
 *
 * @param what names its form
 * @param accessVersion of what its sender might do when he sent it; null if his token carried none
 * @param document of what is decided by it, and from which day on; only where its rows need that
 * @param uploadId the upload that it arrives in; null if it was a body
 * @param sheet which one of a workbook was read
 * @param rowsRead the sum of the next three when it is done; 0 while its upload has not been read
 * @param unchanged rows that said what was so already
 * @param problem why it was refused when it was read
 * @param value what the problem's text speaks of
 */
record Intake(
        long id,
        String what,
        long unitId,
        long account,
        long post,
        String duty,
        @Nullable Long accessVersion,
        @Nullable String document,
        @Nullable LocalDate effectiveOn,
        @Nullable String reason,
        @Nullable Long uploadId,
        Format format,
        State state,
        @Nullable String sheet,
        int rowsRead,
        int applied,
        int unchanged,
        int rejected,
        @Nullable String problem,
        @Nullable String value,
        LocalDateTime receivedAt,
        @Nullable LocalDateTime finishedAt) {

    /** How far it has come. */
    enum State {
        WAITING,
        /** By the process that holds its lease. */
        APPLYING,
        DONE,
        /** Stopped by a fault of the platform; asking again goes on where it stopped. */
        FAILED,
        /** An upload that is not what it should be, of which no row was taken. */
        REFUSED
    }

    boolean isAtWork() {
        return state == State.WAITING || state == State.APPLYING;
    }

    /** Who sent it. */
    Caller caller() {
        return new Caller(new AccountId(account), unitId, post, duty);
    }

    Form.Order order(Form.File file) {
        return new Form.Order(id, caller(), document, effectiveOn, reason, file);
    }

    /** Why it was refused; null if it was not. */
    @Nullable
    Rejection refusal() {
        return problem == null ? null : new Rejection(0, "", problem, Values.split(value));
    }
}
