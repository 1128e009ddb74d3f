package cn.dangjian.task.recall;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a dispatch is not withdrawn, extended or opened again. */
enum RecallRefusal implements Refusal {
    NOT_YOURS(FORBIDDEN, "recall.not-yours"),
    WITHDRAWN(CONFLICT, "recall.withdrawn"),
    /** It was withdrawn with one above, whose issuer has to open it again. */
    WITHDRAWN_ABOVE(CONFLICT, "recall.withdrawn-above"),
    NOTHING_TO_OPEN(CONFLICT, "recall.nothing-to-open"),
    NOT_LATER(UNPROCESSABLE_CONTENT, "extension.not-later"),
    /** {0} is the date above. */
    BEYOND(UNPROCESSABLE_CONTENT, "extension.beyond"),
    UNTIL_MISSING(UNPROCESSABLE_CONTENT, "reopening.until-missing"),
    UNTIL_EARLY(UNPROCESSABLE_CONTENT, "reopening.until-early");

    private final Reason reason;

    RecallRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
