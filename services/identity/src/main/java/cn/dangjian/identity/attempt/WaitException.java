package cn.dangjian.identity.attempt;

import cn.dangjian.platform.web.problem.Problem;
import cn.dangjian.platform.web.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The next attempt of this login from this place has to wait; nothing was looked at. */
public final class WaitException extends ProblemException {

    private final transient Duration wait;

    WaitException(Duration wait) {
        super(new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "sign-in.wait",
                        whole(wait).toSeconds())
                .retryAfter(whole(wait)));
        this.wait = wait;
    }

    /** How many seconds. */
    public long seconds() {
        return whole(wait).toSeconds();
    }

    /** Rounded up, so that whoever waits as long as he is told does not come too early. */
    private static Duration whole(Duration wait) {
        return Duration.ofSeconds(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
