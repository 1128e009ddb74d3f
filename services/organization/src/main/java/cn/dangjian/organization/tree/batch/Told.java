package cn.dangjian.organization.tree.batch;

import cn.dangjian.organization.tree.change.Objection;
import cn.dangjian.organization.tree.plan.Refusal;
import cn.dangjian.platform.sheets.Rejection;

/** What stands in a file beside a unit that cannot be established: the same as one request would have been told. */
final class Told {

    private static final String PARENT = "parentCode";

    private Told() {}

    static Rejection of(int line, Objection why) {
        return switch (why) {
            case Objection.Impossible(var reason) -> of(line, reason);
            case Objection.NotYours() -> Rejection.of(line, "", "change.not-yours");
            case Objection.ReasonMissing(var today) ->
                Rejection.of(line, "", "change.reason-missing", today.toString());
            case Objection.StillOpen(var name, var ties) -> Rejection.of(line, "", "change.still-open", name);
            case Objection.NoSuchChange() -> Rejection.of(line, "", "change.unknown");
            case Objection.OwnProposal() -> Rejection.of(line, "", "change.own-proposal");
            case Objection.NotDecider(var tier) -> Rejection.of(line, "", "change.not-decider", tier.name());
            case Objection.Decided(var state) -> Rejection.of(line, "", "change.decided", state.name());
            case Objection.Stale(var now, var proposed) -> Rejection.of(line, PARENT, "change.stale");
        };
    }

    private static Rejection of(int line, Refusal why) {
        return switch (why) {
            case Refusal.NoSuchUnit() -> Rejection.of(line, PARENT, "unit.unknown");
            case Refusal.NotThen(var name, var day) ->
                Rejection.of(line, PARENT, "change.not-then", name, day.toString());
            case Refusal.LaterChanges(var name, var day) ->
                Rejection.of(line, "", "change.later-changes", name, day.toString());
            case Refusal.NothingChanges(var name) -> Rejection.of(line, "name", "change.nothing-changes", name);
            case Refusal.WrongTier() -> Rejection.of(line, PARENT, "change.wrong-tier");
            case Refusal.UnderItself() -> Rejection.of(line, PARENT, "change.under-itself");
            case Refusal.HasChildren(var name, var children) -> Rejection.of(line, "", "change.has-children", name);
            case Refusal.NotAChild(var unit) -> Rejection.of(line, "", "change.not-a-child", String.valueOf(unit));
            case Refusal.NoLine(var by, var unit) -> Rejection.of(line, "", "change.no-line", by, unit);
            case Refusal.OutsideLine(var by, var unit) -> Rejection.of(line, "", "change.outside-line", by, unit);
            case Refusal.NotSupervised(var by, var unit) -> Rejection.of(line, "", "change.not-supervised", by, unit);
            case Refusal.Supervises(var name, var units) -> Rejection.of(line, "", "change.supervises", name);
            case Refusal.LeavesLine(var name, var units) -> Rejection.of(line, "", "change.leaves-line", name);
            case Refusal.IsRoot() -> Rejection.of(line, PARENT, "change.is-root");
            case Refusal.CodeTaken(var code) -> Rejection.of(line, "code", "change.code-taken", code);
            case Refusal.CodeUnfit(var code) -> Rejection.of(line, "code", "change.code-unfit", code);
            case Refusal.UntilMissing(var kind, var on) ->
                Rejection.of(line, "until", "change.until-missing", kind, on.toString());
            case Refusal.UntilUnfit(var kind) -> Rejection.of(line, "until", "change.until-unfit", kind);
            case Refusal.NoMembers(var name) -> Rejection.of(line, "", "change.no-members", name);
            case Refusal.KindUnfit(var kind) -> Rejection.of(line, "kind", "change.kind-unfit", kind);
        };
    }
}
