package cn.dangjian.member.moving.transfer;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about a transfer. */
enum TransferRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "transfer.unknown"),
    UNIT_UNKNOWN(NOT_FOUND, "transfer.unit-unknown"),
    NOT_YOURS(FORBIDDEN, "transfer.not-yours"),
    SAME_PERSON(FORBIDDEN, "transfer.same-person"),
    /** {0} is the state. */
    WRONG_STATE(CONFLICT, "transfer.wrong-state"),
    /** A step of transfers to or from another province, or within this one only. */
    OTHER_SORT(CONFLICT, "transfer.other-sort"),
    /** He has left the Party or died, or has gone to another province. */
    MEMBER_OUT(CONFLICT, "transfer.member-out"),
    /** {0} is the article. */
    MEMBER_STOPPED(CONFLICT, "transfer.member-stopped"),
    /** {0} is the article. */
    MEMBER_LOST(CONFLICT, "transfer.member-lost"),
    /** {0} is the transfer. */
    UNDER_WAY(CONFLICT, "transfer.under-way"),
    /** He does not belong to the branch of origin any more. */
    NOT_THERE(CONFLICT, "transfer.not-there"),
    /** He went to another province today: on one day, what leads away counts last. */
    LEFT_TODAY(CONFLICT, "transfer.left-today"),
    /** {0} is the transfer. */
    MADE_EVENT(CONFLICT, "transfer.made-event"),
    /** {0} is the last day of the letter. */
    LETTER_EXPIRED(CONFLICT, "transfer.letter-expired"),
    /** Neither a branch nor another province, or both. */
    ONE_PLACE(UNPROCESSABLE_CONTENT, "transfer.one-place"),
    DESTINATION_UNKNOWN(UNPROCESSABLE_CONTENT, "transfer.destination-unknown"),
    NOT_FORMAL(UNPROCESSABLE_CONTENT, "transfer.not-formal"),
    SAME_UNIT(UNPROCESSABLE_CONTENT, "transfer.same-unit"),
    /** {0} is today. */
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "transfer.day-ahead"),
    /** {0} is the day of issue, {1} the last day that a letter of that day can have. */
    LETTER_DAYS(UNPROCESSABLE_CONTENT, "transfer.letter-days"),
    /** A letter from another province that does not say until when it holds. */
    NO_LAST_DAY(UNPROCESSABLE_CONTENT, "transfer.no-last-day"),
    /** {0} is the day of issue. */
    BEFORE_LETTER(UNPROCESSABLE_CONTENT, "transfer.before-letter"),
    WRONG_YEAR(UNPROCESSABLE_CONTENT, "transfer.wrong-year");

    private final Reason reason;

    TransferRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
