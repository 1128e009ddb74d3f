package cn.dangjian.task.due;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a deadline does not count. */
enum DueRefusal implements Refusal {
    /** {0} is what it would be in Beijing, {1} the day that was meant. */
    END_OF_ANOTHER_DAY(UNPROCESSABLE_CONTENT, "deadline.end-of-another-day"),
    /** {0} is the last day. */
    TOO_FAR(UNPROCESSABLE_CONTENT, "deadline.too-far");

    private final Reason reason;

    DueRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
