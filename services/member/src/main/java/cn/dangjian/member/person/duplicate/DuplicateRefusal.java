package cn.dangjian.member.person.duplicate;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no question is answered. */
enum DuplicateRefusal implements Refusal {
    NOT_ENTITLED(FORBIDDEN, "duplicate.not-entitled"),
    /** {0} is how many are answered. */
    TOO_MANY(TOO_MANY_REQUESTS, "duplicate.too-many");

    private final Reason reason;

    DuplicateRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
