package cn.dangjian.identity.password;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a password is not taken. */
public enum PasswordRefusal implements Refusal {
    WEAK(UNPROCESSABLE_CONTENT, "password.weak"),
    WRONG(FORBIDDEN, "password.wrong");

    private final Reason reason;

    PasswordRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
