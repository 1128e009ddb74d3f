package cn.dangjian.member.growth.edition;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why the rules do not let a step be taken; {0} of their texts is the regulation and its article. */
enum EditionRefusal implements Refusal {
    /** {1} is the step that is missing. */
    OUT_OF_ORDER(CONFLICT, "step.out-of-order"),
    /** It was taken, and is taken once. */
    TAKEN(CONFLICT, "step.taken"),
    /** {1} is the earliest day. */
    TOO_EARLY(CONFLICT, "step.too-early"),
    /** {1} is the first day on which it may be taken again. */
    TOO_SOON_AGAIN(CONFLICT, "step.too-soon-again"),
    /** {1} is the age in years. */
    TOO_YOUNG(UNPROCESSABLE_CONTENT, "step.too-young"),
    /** {1} is the least, {2} the most. */
    WRONG_NUMBER(UNPROCESSABLE_CONTENT, "step.wrong-number"),
    /** {1} days or {2} hours are asked. */
    TRAINING_TOO_SHORT(UNPROCESSABLE_CONTENT, "step.training-too-short"),
    NO_VOTE(UNPROCESSABLE_CONTENT, "step.no-vote"),
    /** {1} percent of {2} is what the number of those present must exceed. */
    NO_QUORUM(UNPROCESSABLE_CONTENT, "step.no-quorum"),
    /** {1} working days are asked. */
    NO_PUBLICITY(UNPROCESSABLE_CONTENT, "step.no-publicity"),
    /** {1} is its last day, as it must be. */
    PUBLICITY_TOO_SHORT(CONFLICT, "step.publicity-too-short"),
    /** {1} is how many months he has to stay at his unit. */
    LEAVING_SOON(CONFLICT, "step.leaving-soon"),
    OBJECTIONS_OPEN(CONFLICT, "step.objections-open"),
    WRONG_OUTCOME(UNPROCESSABLE_CONTENT, "step.wrong-outcome"),
    /** {1} is the least, {2} the most. */
    WRONG_EXTENSION(UNPROCESSABLE_CONTENT, "step.wrong-extension"),
    EXTENDED_ALREADY(CONFLICT, "step.extended-already");

    private final Reason reason;

    EditionRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
