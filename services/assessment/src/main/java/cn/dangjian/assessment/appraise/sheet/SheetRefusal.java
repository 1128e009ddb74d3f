package cn.dangjian.assessment.appraise.sheet;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a sheet is not taken, or not shown. */
enum SheetRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "appraisal.unknown"),
    UNIT_UNKNOWN(NOT_FOUND, "appraised.unknown"),
    NOT_VOTER(FORBIDDEN, "sheet.not-voter"),
    POST_LOST(FORBIDDEN, "sheet.post-lost"),
    /** Names are for the owner alone. */
    NOT_OWNER(FORBIDDEN, "sheet.not-owner"),
    NOT_OPEN(CONFLICT, "sheet.not-open"),
    CLOSED(CONFLICT, "sheet.closed"),
    /** {0} is the last day. */
    TOO_LATE(CONFLICT, "sheet.too-late"),
    NOT_COUNTED(CONFLICT, "tally.not-closed"),
    COMMENT_UNFIT(UNPROCESSABLE_CONTENT, "sheet.comment-unfit"),
    /** {0} is the most there are. */
    POINTS_OVER(UNPROCESSABLE_CONTENT, "sheet.points-over"),
    /** {0} names what is asked for. */
    MARKS_UNFIT(UNPROCESSABLE_CONTENT, "sheet.marks-unfit");

    private final Reason reason;

    SheetRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
