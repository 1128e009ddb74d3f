package cn.dangjian.organization.register.chain;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 建链: a county or township says which chain there is in its territory, and which unit leads it (链主). */
@Service
class OpenChain {

    private final ChainRepository chains;
    private final ChainKeeper keeper;

    OpenChain(ChainRepository chains, ChainKeeper keeper) {
        this.chains = chains;
        this.keeper = keeper;
    }

    /** @param leader a register unit; null if none is named */
    record Plan(
            long keeper, String code, String name, @Nullable Long leader, LocalDate on) {}

    @Transactional
    Outcome open(Plan plan, Caller caller) {
        var unit = keeper.keeper(plan.keeper(), caller);
        if (unit.isEmpty()) return new Outcome.Refused(new Refusal.NoSuchKeeper());
        var refusal = keeper.refuse(caller, plan.on(), unit.get().validFrom());
        Long leader = plan.leader();
        if (refusal == null && leader != null) {
            var opened = chains.findOpened(leader, Scope.subtree(unit.get().path()));
            refusal = opened.isEmpty() ? new Refusal.NoSuchUnit() : keeper.refuse(plan.on(), opened.get());
        }
        if (refusal != null) return new Outcome.Refused(refusal);

        var id = chains.insert(plan.keeper(), plan.code(), plan.name(), leader, keeper.said(caller, plan.on()));
        if (id.isEmpty()) return new Outcome.Refused(new Refusal.CodeTaken(plan.code()));
        return new Outcome.Opened(id.getAsLong());
    }

    sealed interface Outcome {
        record Opened(long id) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
