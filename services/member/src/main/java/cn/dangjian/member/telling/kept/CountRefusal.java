package cn.dangjian.member.telling.kept;

import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is counted. */
enum CountRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "unit.unknown"),
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "count.day-ahead");

    private final Reason reason;

    CountRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
