package cn.dangjian.identity.grant;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why somebody does not act from another post. */
enum ActingRefusal implements Refusal {
    NO_SESSION(CONFLICT, "acting.no-session"),
    ONE_OF_BOTH(UNPROCESSABLE_CONTENT, "acting.one-of-both"),
    UNKNOWN(NOT_FOUND, "acting.unknown");

    private final Reason reason;

    ActingRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
