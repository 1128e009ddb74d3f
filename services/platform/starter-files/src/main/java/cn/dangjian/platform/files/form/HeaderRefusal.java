package cn.dangjian.platform.files.form;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why the first row of a file is not understood. */
enum HeaderRefusal implements Refusal {
    MISSING(UNPROCESSABLE_CONTENT, "intake.column-missing"),
    UNKNOWN(UNPROCESSABLE_CONTENT, "intake.column-unknown"),
    UNKNOWN_AT(UNPROCESSABLE_CONTENT, "intake.column-unknown-at"),
    /** {0} is the row that looks like it. */
    BELOW(UNPROCESSABLE_CONTENT, "intake.header-below"),
    TWICE(UNPROCESSABLE_CONTENT, "intake.column-twice");

    private final Reason reason;

    HeaderRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
