package cn.dangjian.platform.rules.trace;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a text is not sent to units below. */
enum TraceRefusal implements Refusal {
    /** {0} is the word, {1} the article. */
    DEMANDED(UNPROCESSABLE_CONTENT, "trace.demanded");

    private final Reason reason;

    TraceRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
