package cn.dangjian.platform.web.problem;

import org.springframework.http.HttpStatus;

/** A refusal where no outcome can be returned: in argument resolvers, filters and aspects. */
public class ProblemException extends RuntimeException {

    private final transient Problem problem;

    /**
     * @param status the HTTP status of the answer
     * @param code the stable code; its texts are {@code <code>.title} and {@code <code>.detail} in problems.properties
     * @param args what the texts' {0}, {1} ... stand for
     */
    public ProblemException(HttpStatus status, String code, Object... args) {
        super(code);
        this.problem = new Problem(status, code, args);
    }

    public ProblemException(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
