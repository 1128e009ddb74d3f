package cn.dangjian.task.voice;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is answered, or replied. */
enum VoiceRefusal implements Refusal {
    ASSIGNMENT_UNKNOWN(NOT_FOUND, "assignment.unknown"),
    UNKNOWN(NOT_FOUND, "voice.unknown"),
    NOT_TO_DO(CONFLICT, "voice.not-to-do"),
    OPEN_ALREADY(CONFLICT, "voice.open-already"),
    PROOF_MISSING(UNPROCESSABLE_CONTENT, "voice.proof-missing"),
    OTHER_MISSING(UNPROCESSABLE_CONTENT, "voice.other-missing"),
    OTHER_UNFIT(UNPROCESSABLE_CONTENT, "voice.other-unfit"),
    DAY_MISSING(UNPROCESSABLE_CONTENT, "voice.day-missing"),
    /** {0} is the day on which it is due now. */
    DAY_EARLY(UNPROCESSABLE_CONTENT, "voice.day-early"),
    NOT_YOURS(FORBIDDEN, "voice.not-yours"),
    REPLIED_ALREADY(CONFLICT, "voice.replied-already"),
    OVERTAKEN(CONFLICT, "voice.overtaken");

    private final Reason reason;

    VoiceRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
