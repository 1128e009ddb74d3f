package cn.dangjian.notification.inbox;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing happens to an inbox. */
enum InboxRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "item.unknown"),
    NOT_PUSH(FORBIDDEN, "access.denied");

    private final Reason reason;

    InboxRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
