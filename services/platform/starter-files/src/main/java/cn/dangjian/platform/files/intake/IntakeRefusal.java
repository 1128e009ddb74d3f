package cn.dangjian.platform.files.intake;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a file is not taken, or not gone on with. */
enum IntakeRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "intake.unknown"),
    FORMAT(UNSUPPORTED_MEDIA_TYPE, "intake.format"),
    EMPTY(UNPROCESSABLE_CONTENT, "intake.empty"),
    NO_ORDER(UNPROCESSABLE_CONTENT, "intake.no-order"),
    NOT_FAILED(CONFLICT, "intake.not-failed"),
    OTHER_POST(FORBIDDEN, "intake.other-post"),
    NOT_SENDER(FORBIDDEN, "intake.not-sender");

    private final Reason reason;

    IntakeRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
