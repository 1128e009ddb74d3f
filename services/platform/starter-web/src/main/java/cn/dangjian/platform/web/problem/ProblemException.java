package cn.dangjian.platform.web.problem;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A refusal on its way to the door: thrown by a use case as a {@link Refusal}, or by a resolver, filter or aspect. */
public class ProblemException extends RuntimeException {

    private final transient Problem problem;
    private final transient @Nullable Refusal refusal;

    /**
     * @param status the HTTP status of the answer
     * @param code the stable code; its texts are {@code <code>.title} and {@code <code>.detail} in problems.properties
     * @param args what the texts' {0}, {1} ... stand for
     */
    public ProblemException(HttpStatus status, String code, Object... args) {
        super(code);
        this.problem = new Problem(status, code, args);
        this.refusal = null;
    }

    public ProblemException(Problem problem) {
        super(problem.code());
        this.problem = problem;
        this.refusal = null;
    }

    /** Expected, so without the cost of a stack trace. */
    ProblemException(Refusal refusal, Object... args) {
        super(refusal.reason().code(), null, false, false);
        this.problem = new Problem(refusal.reason().status(), refusal.reason().code(), args);
        this.refusal = refusal;
    }

    /** The stable code. */
    public String code() {
        return problem.code();
    }

    /** Why a use case does nothing; null of what a resolver, filter or aspect throws. */
    public @Nullable Refusal refusal() {
        return refusal;
    }

    /** What the texts' {0}, {1} ... stand for. */
    public List<String> arguments() {
        return Arrays.stream(problem.args()).map(String::valueOf).toList();
    }

    Problem problem() {
        return problem;
    }
}
