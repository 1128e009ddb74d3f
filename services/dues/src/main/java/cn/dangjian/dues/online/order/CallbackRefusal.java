package cn.dangjian.dues.online.order;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why what comes in from outside is no word of the provider. */
enum CallbackRefusal implements Refusal {
    /** By nobody, by somebody else, or not now. */
    NOT_SIGNED(UNAUTHORIZED, "callback.not-signed"),
    MALFORMED(BAD_REQUEST, "callback.malformed"),
    OTHER_KIND(UNPROCESSABLE_CONTENT, "callback.other-kind"),
    /** Its number was used before, for something else. */
    REPLAYED(CONFLICT, "callback.replayed");

    private final Reason reason;

    CallbackRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
