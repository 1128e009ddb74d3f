package cn.dangjian.platform.web.problem;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * An RFC 9457 problem with a stable {@code code}; its texts are filled in the reader's language when it is written.
 *
 * @see Problems
 */
public class Problem extends ProblemDetail {

    /** One field that was refused. */
    public record FieldProblem(String field, String code, String message) {}

    private final transient Object[] args;
    private final String code;
    private transient @Nullable Duration retryAfter;

    public Problem(HttpStatus status, String code, Object... args) {
        super(status.value());
        this.code = code;
        this.args = args.clone();
        setType(URI.create("urn:dangjian:problem:" + code));
        setProperty("code", code);
    }

    public Problem(Refusal refusal, Object... args) {
        this(refusal.reason().status(), refusal.reason().code(), args);
    }

    /** Names the fields that were refused. */
    public Problem with(List<FieldProblem> errors) {
        setProperty("errors", errors);
        return this;
    }

    /** Tells the client when to try again. */
    public Problem retryAfter(Duration delay) {
        this.retryAfter = delay;
        return this;
    }

    String code() {
        return code;
    }

    Object[] args() {
        return args;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
