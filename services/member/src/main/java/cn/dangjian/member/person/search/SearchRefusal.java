package cn.dangjian.member.person.search;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nobody is listed. */
enum SearchRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "unit.unknown"),
    NOT_READER(FORBIDDEN, "member.not-reader");

    private final Reason reason;

    SearchRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
