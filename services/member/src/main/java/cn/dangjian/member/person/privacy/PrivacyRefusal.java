package cn.dangjian.member.person.privacy;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is told of who has read what. */
enum PrivacyRefusal implements Refusal {
    NOT_AUDITOR(FORBIDDEN, "privacy.not-auditor"),
    WRONG_HOURS(UNPROCESSABLE_CONTENT, "privacy.wrong-hours");

    private final Reason reason;

    PrivacyRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
