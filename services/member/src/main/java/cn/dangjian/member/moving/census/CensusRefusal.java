package cn.dangjian.member.moving.census;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about a census. */
enum CensusRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "census.unknown"),
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    /** {0} is the first of those who are not asked about at a unit that the caller sees. */
    MEMBER_UNKNOWN(NOT_FOUND, "census.member-unknown"),
    NOT_ABOVE(FORBIDDEN, "census.not-above"),
    /** {0} is the other one. */
    OVERLAPS(CONFLICT, "census.overlaps"),
    WRONG_DAYS(UNPROCESSABLE_CONTENT, "census.wrong-days"),
    /** {0} is how many. */
    RESULTS_OPEN(CONFLICT, "census.results-open"),
    /** {0} is how many. */
    PARTS_OPEN(CONFLICT, "census.parts-open"),
    CLOSED(CONFLICT, "census.closed"),
    NOT_CLOSED(CONFLICT, "census.not-closed"),
    NO_NOTE(UNPROCESSABLE_CONTENT, "census.no-note"),
    TWICE(UNPROCESSABLE_CONTENT, "census.twice");

    private final Reason reason;

    CensusRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
