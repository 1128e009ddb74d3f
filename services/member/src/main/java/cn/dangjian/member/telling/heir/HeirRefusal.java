package cn.dangjian.member.telling.heir;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a list of who goes where is not taken. */
enum HeirRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    NOT_ABOVE(FORBIDDEN, "split.not-above"),
    TWICE(UNPROCESSABLE_CONTENT, "split.twice"),
    /** {0} are the files. */
    NOT_THERE(UNPROCESSABLE_CONTENT, "split.not-there"),
    /** {0} is the code. */
    NO_SUCH_PART(UNPROCESSABLE_CONTENT, "split.no-such-part");

    private final Reason reason;

    HeirRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
