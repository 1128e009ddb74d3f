package cn.dangjian.organization.people.posting;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about a first secretary. */
enum PostingRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "posting.unknown"),
    NOT_SENDER(FORBIDDEN, "posting.not-sender"),
    NOT_YOURS(FORBIDDEN, "posting.not-yours"),
    TOO_SHORT(UNPROCESSABLE_CONTENT, "posting.too-short"),
    PARTIES_MISSING(UNPROCESSABLE_CONTENT, "posting.parties-missing"),
    NO_SUCH_KIND(UNPROCESSABLE_CONTENT, "posting.no-such-kind"),
    NO_MONEY(UNPROCESSABLE_CONTENT, "posting.no-money"),
    WRONG_DAY(UNPROCESSABLE_CONTENT, "posting.wrong-day"),
    /** Another one is there on that day or later. */
    OCCUPIED(CONFLICT, "posting.occupied"),
    ENDED(CONFLICT, "posting.ended");

    private final Reason reason;

    PostingRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
