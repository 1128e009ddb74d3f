package cn.dangjian.organization.register.entry;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.register.entry.RegisterViews.UnitView;
import cn.dangjian.platform.web.version.ETags;
import java.util.Optional;
import org.springframework.http.ResponseEntity;

/** How the register's doors answer: with the unit as it is now, or with the reason why not. */
final class Refusals {

    private Refusals() {}

    static ResponseEntity<?> ok(Optional<UnitView> view) {
        var unit = view.orElseThrow();
        return ResponseEntity.ok().eTag(ETags.of(unit.version())).body(unit);
    }

    static ResponseEntity<?> answer(Refusal why) {
        return switch (why) {
            case Refusal.NoSuchUnit() -> problem(NOT_FOUND, "register.unknown");
            case Refusal.NoSuchPlace() -> problem(NOT_FOUND, "register.place-unknown");
            case Refusal.NoSuchPartyUnit() -> problem(NOT_FOUND, "register.party-unit-unknown");
            case Refusal.NotKeeper() -> problem(FORBIDDEN, "register.not-keeper");
            case Refusal.PlaceUnfit() -> problem(UNPROCESSABLE_CONTENT, "register.place-unfit");
            case Refusal.NoLine() -> problem(UNPROCESSABLE_CONTENT, "register.no-line");
            case Refusal.PartyUnitUnfit() -> problem(UNPROCESSABLE_CONTENT, "register.party-unit-unfit");
            case Refusal.TypeUnknown(var type) -> problem(UNPROCESSABLE_CONTENT, "register.type-unknown", type);
            case Refusal.FoundingUnknown(var founding) ->
                problem(UNPROCESSABLE_CONTENT, "register.founding-unknown", founding);
            case Refusal.CodeMalformed(var code) -> problem(UNPROCESSABLE_CONTENT, "register.code-malformed", code);
            case Refusal.CodeTaken(var code) -> problem(CONFLICT, "register.code-taken", code);
            case Refusal.AlreadyThere(var name) -> problem(CONFLICT, "register.already-there", name);
            case Refusal.Closed(var name) -> problem(CONFLICT, "register.closed", name);
            case Refusal.NotCovered() -> problem(CONFLICT, "register.not-covered");
            case Refusal.Future(var today) -> problem(UNPROCESSABLE_CONTENT, "register.future", today.toString());
            case Refusal.TooEarly(var earliest) ->
                problem(UNPROCESSABLE_CONTENT, "register.too-early", earliest.toString());
        };
    }
}
