package cn.dangjian.member.person.privacy;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is told of who has read what, or of numbers. */
enum PrivacyRefusal implements Refusal {
    NOT_AUDITOR(FORBIDDEN, "privacy.not-auditor"),
    WRONG_HOURS(UNPROCESSABLE_CONTENT, "privacy.wrong-hours"),
    /** {0} is how often. */
    TOO_MANY_KNOWN(TOO_MANY_REQUESTS, "privacy.too-many-known");

    private final Reason reason;

    PrivacyRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
