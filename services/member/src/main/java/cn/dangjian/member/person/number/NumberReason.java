package cn.dangjian.member.person.number;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a text is no identity number; no text of a reason repeats what was typed. */
public enum NumberReason implements Refusal {
    EMPTY(UNPROCESSABLE_CONTENT, "number.empty"),
    /** A spreadsheet took it for a figure: 1.10E+17. */
    AS_FIGURE(UNPROCESSABLE_CONTENT, "number.as-figure"),
    BLANK_INSIDE(UNPROCESSABLE_CONTENT, "number.blank-inside"),
    FULL_WIDTH(UNPROCESSABLE_CONTENT, "number.full-width"),
    NOT_DIGITS(UNPROCESSABLE_CONTENT, "number.not-digits"),
    WRONG_LENGTH(UNPROCESSABLE_CONTENT, "number.wrong-length"),
    NO_SUCH_DAY(UNPROCESSABLE_CONTENT, "number.no-such-day"),
    BIRTH_TO_COME(UNPROCESSABLE_CONTENT, "number.birth-to-come"),
    WRONG_CHECK(UNPROCESSABLE_CONTENT, "number.wrong-check");

    private final Reason reason;

    NumberReason(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
