package cn.dangjian.identity.phone;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a phone is not shown or set. */
enum PhoneRefusal implements Refusal {
    NONE(NOT_FOUND, "phone.none"),
    TAKEN(CONFLICT, "phone.taken"),
    PASSWORD_WRONG(FORBIDDEN, "phone.password-wrong");

    private final Reason reason;

    PhoneRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
