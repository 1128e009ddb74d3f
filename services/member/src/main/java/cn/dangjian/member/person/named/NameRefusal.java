package cn.dangjian.member.person.named;

import static org.springframework.http.HttpStatus.FORBIDDEN;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no names are told. */
enum NameRefusal implements Refusal {
    NOT_DUES(FORBIDDEN, "access.denied");

    private final Reason reason;

    NameRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
