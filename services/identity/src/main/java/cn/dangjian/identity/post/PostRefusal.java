package cn.dangjian.identity.post;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no account is made. */
enum PostRefusal implements Refusal {
    UNIT_UNKNOWN(UNPROCESSABLE_CONTENT, "unit.unknown"),
    UNIT_UNCONFIRMED(SERVICE_UNAVAILABLE, "unit.unconfirmed");

    private final Reason reason;

    PostRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
