package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.register.entry.RegisteredUnit.Facts;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 登记: a township enters a unit that lies in it. */
@Service
class EnterUnit {

    private final RegisterRepository register;
    private final Keeper keeper;

    EnterUnit(RegisterRepository register, Keeper keeper) {
        this.register = register;
        this.keeper = keeper;
    }

    @Transactional
    Outcome enter(Facts facts, LocalDate on, Caller caller) {
        var refusal = keeper.refuse(caller);
        if (refusal == null) refusal = keeper.refuse(facts, caller);
        if (refusal == null) refusal = keeper.refuse(on, LocalDate.MIN);
        if (refusal != null) return new Outcome.Refused(refusal);

        var id = register.insert(facts, on, keeper.said(caller));
        if (id.isPresent()) return new Outcome.Entered(id.getAsLong());
        var code = Objects.requireNonNull(facts.creditCode());
        return new Outcome.Refused(new Refusal.CodeTaken(code.value()));
    }

    sealed interface Outcome {
        record Entered(long id) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
