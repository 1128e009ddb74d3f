package cn.dangjian.identity.account;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing happens to an account, or nothing of it is shown. */
public enum AccountRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "account.unknown"),
    NOT_BELOW(CONFLICT, "account.not-below"),
    NONE(FORBIDDEN, "account.none");

    private final Reason reason;

    AccountRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
