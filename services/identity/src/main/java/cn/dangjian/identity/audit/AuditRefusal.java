package cn.dangjian.identity.audit;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing of the trail is shown. */
enum AuditRefusal implements Refusal {
    SEAL_INCOMPLETE(UNPROCESSABLE_CONTENT, "audit.seal-incomplete"),
    WHICH(UNPROCESSABLE_CONTENT, "audit.which");

    private final Reason reason;

    AuditRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
