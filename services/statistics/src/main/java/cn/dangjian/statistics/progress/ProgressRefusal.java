package cn.dangjian.statistics.progress;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why progress is not shown. */
enum ProgressRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "progress.unknown"),
    /** Nothing has been heard of the dispatch here yet, and task does not answer. */
    UNCONFIRMED(SERVICE_UNAVAILABLE, "dispatch.unconfirmed"),
    NO_SUCH_STATE(BAD_REQUEST, "progress.no-such-state"),
    TREE_UNKNOWN(BAD_REQUEST, "progress.tree-unknown"),
    DAY_OUTSIDE(BAD_REQUEST, "progress.tree-day-outside"),
    BLOCK_ONLY(BAD_REQUEST, "progress.tree-block-only"),
    BAD_CURSOR(BAD_REQUEST, "cursor.invalid");

    private final Reason reason;

    ProgressRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
