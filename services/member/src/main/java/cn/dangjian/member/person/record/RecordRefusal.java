package cn.dangjian.member.person.record;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is written down. */
enum RecordRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "member.unknown"),
    NOT_ENTITLED(FORBIDDEN, "record.not-entitled"),
    /** Nothing but a correction is written down of somebody who is out. */
    OVER(CONFLICT, "record.over"),
    /** There is nothing to restore: on that day he is neither out nor stopped. */
    NOT_OUT(CONFLICT, "record.not-out"),
    /** Old papers are of days before the file was opened; {0} is that day. */
    NOT_OLD(CONFLICT, "record.not-old"),
    /** {0} is today. */
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "record.day-ahead"),
    NO_DOCUMENT(UNPROCESSABLE_CONTENT, "record.no-document"),
    NO_CLASS(UNPROCESSABLE_CONTENT, "record.no-class"),
    /** No such event counts. */
    STRUCK(NOT_FOUND, "record.struck"),
    /** Without it he would belong nowhere. */
    LAST_UNIT(CONFLICT, "record.last-unit");

    private final Reason reason;

    RecordRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
