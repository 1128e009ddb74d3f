package cn.dangjian.identity.password;

import cn.dangjian.platform.web.problem.Problem;
import cn.dangjian.platform.web.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Too many passwords are being checked; the caller should come back a little later. */
public final class PasswordsBusyException extends ProblemException {

    private final transient Duration retryAfter;

    PasswordsBusyException(Duration retryAfter) {
        super(new Problem(HttpStatus.SERVICE_UNAVAILABLE, "password.busy").retryAfter(retryAfter));
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
