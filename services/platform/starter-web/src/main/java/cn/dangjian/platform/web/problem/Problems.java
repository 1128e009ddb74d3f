package cn.dangjian.platform.web.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The one way in which a controller refuses. */
public final class Problems {

    private Problems() {}

    /**
     * @param status the HTTP status
     * @param code the stable code; texts come from {@code problems.properties} and {@code problems_en.properties}
     * @param args what {0}, {1} ... in the texts stand for
     */
    public static ResponseEntity<Problem> problem(HttpStatus status, String code, Object... args) {
        return problem(new Problem(status, code, args));
    }

    static ResponseEntity<Problem> problem(Refusal refusal) {
        return problem(new Problem(refusal));
    }

    /** The answer for a problem that was put together elsewhere. */
    public static ResponseEntity<Problem> problem(Problem problem) {
        var answer = ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        var retryAfter = problem.retryAfter();
        if (retryAfter != null) answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()));
        if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value())
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return answer.body(problem);
    }
}
