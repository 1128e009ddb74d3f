package cn.dangjian.platform.web.idempotency;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a request that carries a key, or should, is not run. */
public enum IdempotencyRefusal implements Refusal {
    MISSING(BAD_REQUEST, "idempotency.missing"),
    MALFORMED(BAD_REQUEST, "idempotency.malformed"),
    RUNNING(CONFLICT, "idempotency.running"),
    OTHER_PAYLOAD(UNPROCESSABLE_CONTENT, "idempotency.other-payload");

    private final Reason reason;

    IdempotencyRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
