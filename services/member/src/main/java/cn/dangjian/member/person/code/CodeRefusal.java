package cn.dangjian.member.person.code;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no code is shown. */
enum CodeRefusal implements Refusal {
    TABLE_UNKNOWN(NOT_FOUND, "code.table-unknown");

    private final Reason reason;

    CodeRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
