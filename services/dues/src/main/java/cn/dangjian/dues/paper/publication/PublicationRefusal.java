package cn.dangjian.dues.paper.publication;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is published. */
enum PublicationRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    UNKNOWN(NOT_FOUND, "publication.unknown"),
    NOT_BRANCH(FORBIDDEN, "publication.not-branch"),
    /** {0} is the last day of the period. */
    NOT_OVER(UNPROCESSABLE_CONTENT, "publication.not-over"),
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "publication.day-ahead"),
    NOTHING_BILLED(UNPROCESSABLE_CONTENT, "publication.nothing-billed"),
    PUBLISHED_ALREADY(CONFLICT, "publication.already");

    private final Reason reason;

    PublicationRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
