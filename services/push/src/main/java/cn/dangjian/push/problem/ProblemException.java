package cn.dangjian.push.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A refusal; its texts stand under {@code <code>.title} and {@code <code>.detail}. */
public class ProblemException extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final @Nullable Duration retryAfter;

    public ProblemException(HttpStatus status, String code) {
        this(status, code, null, null);
    }

    public ProblemException(HttpStatus status, String code, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        // it is thrown for each refused request: the stack says nothing that the code does not say
        super(code, cause, false, false);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
