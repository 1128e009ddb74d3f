package cn.dangjian.platform.web.problem;

import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/**
 * Why a use case does nothing (拒绝): the refusals of a room are one enum, whose constants are thrown where the use case
 * finds the reason. Whoever throws rolls back, and the door writes the problem.
 *
 * <pre>{@code
 * var team = teams.find(id, desk.scope()).orElseThrow(UNKNOWN);
 * WRONG_DAY.when(on.isAfter(desk.today()));
 * }</pre>
 */
public interface Refusal extends Supplier<ProblemException> {

    Reason reason();

    /**
     * What a refusal is answered with.
     *
     * @param code stable; its texts are {@code <code>.title} and {@code <code>.detail} in problems.properties
     */
    record Reason(HttpStatus status, String code) {}

    /** The exception to throw. */
    @Override
    default ProblemException get() {
        return with();
    }

    /** The exception to throw, with what {0}, {1} ... in the texts stand for. */
    default ProblemException with(Object... arguments) {
        return new ProblemException(this, arguments);
    }

    /** @throws ProblemException if the condition holds */
    default void when(boolean condition) {
        if (condition) throw get();
    }

    /** @throws ProblemException unless the condition holds */
    default void unless(boolean condition) {
        if (!condition) throw get();
    }
}
