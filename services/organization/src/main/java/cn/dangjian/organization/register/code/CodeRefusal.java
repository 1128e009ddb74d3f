package cn.dangjian.organization.register.code;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.ProblemException;
import cn.dangjian.platform.web.problem.Refusal;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Why no code is shown, or what is told about division codes is not taken. */
enum CodeRefusal implements Refusal {
    TABLE_UNKNOWN(NOT_FOUND, "code.table-unknown"),
    UNKNOWN(NOT_FOUND, "code.division-unknown"),
    NOT_PROVINCE(FORBIDDEN, "code.division-not-province"),
    /** Codes of another province. */
    NOT_YOURS(UNPROCESSABLE_CONTENT, "code.division-not-yours"),
    /** Periods that end before or when they begin. */
    NO_DAYS(UNPROCESSABLE_CONTENT, "code.division-no-days"),
    /** Two rows for one code and first day. */
    TWICE(UNPROCESSABLE_CONTENT, "code.division-twice"),
    /** Codes that would stand for two divisions on one day. */
    OVERLAPPING(CONFLICT, "code.division-overlapping");

    private static final int NAMED = 5;

    private final Reason reason;

    CodeRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }

    /** @throws ProblemException if there are such codes, naming some of them */
    void whenAny(Set<String> codes) {
        if (codes.isEmpty()) return;
        String first = codes.stream().limit(NAMED).collect(Collectors.joining(", "));
        throw with(codes.size() > NAMED ? first + " …" : first);
    }
}
