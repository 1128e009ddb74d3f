package cn.dangjian.identity.activation;

import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no code is made, or none is taken. */
enum ActivationRefusal implements Refusal {
    UNIT_NOT_BELOW(NOT_FOUND, "unit.not-below"),
    MEMBER_UNKNOWN(NOT_FOUND, "activation.member-unknown"),
    INVALID(UNPROCESSABLE_CONTENT, "activation.invalid");

    private final Reason reason;

    ActivationRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
