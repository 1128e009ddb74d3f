package cn.dangjian.identity.session;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a session does not end. */
enum SessionRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "session.unknown");

    private final Reason reason;

    SessionRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
