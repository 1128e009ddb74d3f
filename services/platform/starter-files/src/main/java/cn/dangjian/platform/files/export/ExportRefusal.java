package cn.dangjian.platform.files.export;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is exported. */
enum ExportRefusal implements Refusal {
    NO_SUCH(BAD_REQUEST, "body.wrong-type"),
    NO_DAY(UNPROCESSABLE_CONTENT, "export.no-day"),
    NO_PURPOSE(UNPROCESSABLE_CONTENT, "export.no-purpose"),
    FUTURE(UNPROCESSABLE_CONTENT, "export.future"),
    SCOPE_CHANGED(CONFLICT, "export.scope-changed");

    private final Reason reason;

    ExportRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
