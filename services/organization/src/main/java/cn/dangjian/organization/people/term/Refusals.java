package cn.dangjian.organization.people.term;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import org.springframework.http.ResponseEntity;

/** How the doors of teams and terms say no. */
public final class Refusals {

    private Refusals() {}

    public static ResponseEntity<?> answer(Refusal why) {
        return switch (why) {
            case Refusal.Unknown() -> problem(NOT_FOUND, "team.unknown");
            case Refusal.NotSuperior() -> problem(FORBIDDEN, "team.not-superior");
            case Refusal.NoSession() -> problem(CONFLICT, "team.no-session");
            case Refusal.NoSuchPost(var post) -> problem(UNPROCESSABLE_CONTENT, "team.no-such-post", post);
            case Refusal.NoSuchPerson() -> problem(UNPROCESSABLE_CONTENT, "team.no-such-person");
            case Refusal.NumberTaken(var last) -> problem(CONFLICT, "team.number-taken", String.valueOf(last));
            case Refusal.WrongDay(var earliest, var latest) ->
                problem(UNPROCESSABLE_CONTENT, "team.wrong-day", earliest.toString(), latest.toString());
            case Refusal.NotDue(var dueOn) -> problem(CONFLICT, "team.not-due", dueOn.toString());
            case Refusal.Seated() -> problem(CONFLICT, "team.seated");
            case Refusal.Full(var quota) -> problem(CONFLICT, "team.full", String.valueOf(quota));
            case Refusal.Ended(var on) -> problem(CONFLICT, "team.ended", on.toString());
        };
    }
}
