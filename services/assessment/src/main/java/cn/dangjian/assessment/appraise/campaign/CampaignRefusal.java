package cn.dangjian.assessment.appraise.campaign;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why there is no campaign, or it does not go on. */
enum CampaignRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "appraisal.unknown"),
    NOT_YOURS(FORBIDDEN, "appraisal.not-yours"),
    SAME_PERSON(FORBIDDEN, "appraisal.same-person"),
    WRONG_STATE(CONFLICT, "appraisal.wrong-state"),
    OPENED_ALREADY(CONFLICT, "appraisal.opened-already"),
    WRONG_TIER(UNPROCESSABLE_CONTENT, "appraisal.wrong-tier"),
    NOBODY(UNPROCESSABLE_CONTENT, "appraisal.nobody"),
    /** {0} is the number of a unit. */
    UNIT_OTHER(UNPROCESSABLE_CONTENT, "appraisal.unit-other"),
    WRONG_DAYS(UNPROCESSABLE_CONTENT, "appraisal.wrong-days"),
    /** {0} is the code. */
    CODE_TWICE(UNPROCESSABLE_CONTENT, "appraisal.code-twice"),
    /** {0} is what they add up to. */
    WEIGHTS_OFF(UNPROCESSABLE_CONTENT, "appraisal.weights-off"),
    /** {0} is what they add up to. */
    CRITERIA_OFF(UNPROCESSABLE_CONTENT, "appraisal.criteria-off"),
    /** {0} is how many there must be, {1} where that is written. */
    TOO_FEW(UNPROCESSABLE_CONTENT, "appraisal.too-few"),
    /** {0} is the name of the role. */
    ROLE_UNFIT(UNPROCESSABLE_CONTENT, "appraisal.role-unfit"),
    /** {0} is the name of the role, {1} the number of a unit. */
    POST_UNFIT(UNPROCESSABLE_CONTENT, "appraisal.post-unfit"),
    /** {0} is the first day possible. */
    TOO_EARLY(UNPROCESSABLE_CONTENT, "appraisal.too-early"),
    /** {0} is the last day. */
    TOO_LATE(UNPROCESSABLE_CONTENT, "appraisal.too-late"),
    /** {0} is the name of the role. */
    ROLE_EMPTY(UNPROCESSABLE_CONTENT, "appraisal.role-empty");

    private final Reason reason;

    CampaignRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
