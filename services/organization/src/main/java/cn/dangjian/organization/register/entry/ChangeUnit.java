package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.register.entry.RegisteredUnit.Facts;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 变更: other facts about a unit from a day on, its place among them (迁移). */
@Service
class ChangeUnit {

    private final RegisterRepository register;
    private final Keeper keeper;

    ChangeUnit(RegisterRepository register, Keeper keeper) {
        this.register = register;
        this.keeper = keeper;
    }

    /** @param change from the facts so far to the new ones */
    record Plan(long id, @Nullable String ifMatch, UnaryOperator<Facts> change, LocalDate on) {}

    @Transactional
    Outcome change(Plan plan, Caller caller) {
        var found = register.find(plan.id(), keeper.scope(caller));
        if (found.isEmpty()) return new Outcome.Refused(new Refusal.NoSuchUnit());

        var unit = found.get();
        ETags.requireMatch(plan.ifMatch(), unit.version());
        var facts = plan.change().apply(unit.facts());
        var refusal = keeper.refuse(caller);
        if (refusal == null) refusal = keeper.refuse(unit, plan.on(), unit.since());
        if (refusal == null) refusal = keeper.refuse(facts, caller);
        if (refusal != null) return new Outcome.Refused(refusal);
        if (facts.equals(unit.facts())) return new Outcome.Changed(unit.id());

        if (register.change(unit, facts, plan.on(), keeper.said(caller))) return new Outcome.Changed(unit.id());
        var code = Objects.requireNonNull(facts.creditCode());
        return new Outcome.Refused(new Refusal.CodeTaken(code.value()));
    }

    sealed interface Outcome {
        record Changed(long id) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
