package cn.dangjian.organization.tree.change;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.tree.plan.Refusal;
import cn.dangjian.platform.web.problem.Problem;
import java.util.List;
import org.springframework.http.ResponseEntity;

/** What a clerk is told when a change is not taken. */
final class Answers {

    private Answers() {}

    static ResponseEntity<?> refuse(Objection why) {
        return switch (why) {
            case Objection.Impossible(var reason) -> refuse(reason);
            case Objection.NotYours() -> problem(FORBIDDEN, "change.not-yours");
            case Objection.ReasonMissing(var today) ->
                problem(UNPROCESSABLE_CONTENT, "change.reason-missing", today.toString());
            case Objection.StillOpen(var name, var ties) -> {
                var open = new Problem(CONFLICT, "change.still-open", name);
                open.setProperty("open", ties);
                yield problem(open);
            }
            case Objection.NoSuchChange() -> problem(NOT_FOUND, "change.unknown");
            case Objection.OwnProposal() -> problem(FORBIDDEN, "change.own-proposal");
            case Objection.NotDecider(var tier) -> problem(FORBIDDEN, "change.not-decider", tier.name());
            case Objection.Decided(var state) -> problem(CONFLICT, "change.decided", state.name());
            case Objection.Stale(var now, var proposed) -> {
                var stale = new Problem(PRECONDITION_FAILED, "change.stale");
                stale.setProperty("now", now);
                stale.setProperty("proposed", proposed);
                yield problem(stale);
            }
        };
    }

    private static ResponseEntity<?> refuse(Refusal why) {
        return switch (why) {
            case Refusal.NoSuchUnit() -> problem(NOT_FOUND, "unit.unknown");
            case Refusal.NotThen(var name, var day) ->
                problem(UNPROCESSABLE_CONTENT, "change.not-then", name, day.toString());
            case Refusal.LaterChanges(var name, var day) ->
                problem(CONFLICT, "change.later-changes", name, day.toString());
            case Refusal.NothingChanges(var name) -> problem(CONFLICT, "change.nothing-changes", name);
            case Refusal.WrongTier() -> problem(UNPROCESSABLE_CONTENT, "change.wrong-tier");
            case Refusal.UnderItself() -> problem(UNPROCESSABLE_CONTENT, "change.under-itself");
            case Refusal.HasChildren(var name, var children) -> {
                var left = new Problem(CONFLICT, "change.has-children", name);
                left.setProperty("children", children);
                yield problem(left);
            }
            case Refusal.NotAChild(var unit) -> problem(UNPROCESSABLE_CONTENT, "change.not-a-child", unit);
            case Refusal.NoLine(var by, var unit) -> problem(UNPROCESSABLE_CONTENT, "change.no-line", by, unit);
            case Refusal.OutsideLine(var by, var unit) ->
                problem(UNPROCESSABLE_CONTENT, "change.outside-line", by, unit);
            case Refusal.NotSupervised(var by, var unit) -> problem(CONFLICT, "change.not-supervised", by, unit);
            case Refusal.Supervises(var name, var units) -> withUnits("change.supervises", name, units);
            case Refusal.LeavesLine(var name, var units) -> withUnits("change.leaves-line", name, units);
            case Refusal.IsRoot() -> problem(UNPROCESSABLE_CONTENT, "change.is-root");
            case Refusal.CodeTaken(var code) -> problem(CONFLICT, "change.code-taken", code);
            case Refusal.CodeUnfit(var code) -> problem(UNPROCESSABLE_CONTENT, "change.code-unfit", code);
            case Refusal.UntilMissing(var kind, var on) ->
                problem(UNPROCESSABLE_CONTENT, "change.until-missing", kind, on.toString());
            case Refusal.UntilUnfit(var kind) -> problem(UNPROCESSABLE_CONTENT, "change.until-unfit", kind);
            case Refusal.NoMembers(var name) -> problem(UNPROCESSABLE_CONTENT, "change.no-members", name);
            case Refusal.KindUnfit(var kind) -> problem(UNPROCESSABLE_CONTENT, "change.kind-unfit", kind);
        };
    }

    private static ResponseEntity<?> withUnits(String code, String name, List<String> units) {
        var left = new Problem(CONFLICT, code, name);
        left.setProperty("units", units);
        return problem(left);
    }
}
