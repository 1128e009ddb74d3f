package cn.dangjian.assessment.result.year;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a year is not closed, or not ranked. */
enum YearRefusal implements Refusal {
    SCHEME_UNKNOWN(NOT_FOUND, "scheme.unknown"),
    NOT_OWNER(FORBIDDEN, "scheme.not-owner"),
    NOT_LAST_VERSION(UNPROCESSABLE_CONTENT, "year.not-last-version"),
    /** {0} is the first day possible. */
    NOT_OVER(UNPROCESSABLE_CONTENT, "year.not-over"),
    /** {0} names some of those whose points nobody has given. */
    POINTS_OPEN(CONFLICT, "year.points-open"),
    CLOSED_ALREADY(CONFLICT, "year.closed-already"),
    NOT_CLOSED(NOT_FOUND, "year.not-closed"),
    NOT_FROZEN(CONFLICT, "ranking.not-frozen"),
    NOT_FORESEEN(UNPROCESSABLE_CONTENT, "ranking.not-foreseen"),
    MADE_ALREADY(CONFLICT, "ranking.made-already"),
    /** {0} is the article. */
    SECOND_IN_THE_YEAR(UNPROCESSABLE_CONTENT, "ranking.second-in-the-year"),
    NOT_MADE(NOT_FOUND, "ranking.not-made"),
    NOT_AUDIENCE(FORBIDDEN, "ranking.not-audience");

    private final Reason reason;

    YearRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
