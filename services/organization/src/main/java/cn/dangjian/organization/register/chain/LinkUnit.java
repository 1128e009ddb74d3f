package cn.dangjian.organization.register.chain;

import cn.dangjian.organization.register.chain.Chain.Link;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 入链、离链: from a day on a unit of the register is on a chain, or is not any more. */
@Service
class LinkUnit {

    private final ChainRepository chains;
    private final ChainKeeper keeper;

    LinkUnit(ChainRepository chains, ChainKeeper keeper) {
        this.chains = chains;
        this.keeper = keeper;
    }

    /** @param unit of the register */
    record Plan(long chain, long unit, @Nullable String ifMatch, LocalDate on) {}

    @Transactional
    Outcome link(Plan plan, Caller caller) {
        return switch (keeper.find(plan.chain(), plan.ifMatch(), plan.on(), caller)) {
            case ChainKeeper.Found.Refused(var why) -> new Outcome.Refused(why);
            case ChainKeeper.Found.Open(var chain) -> {
                var opened = chains.findOpened(plan.unit(), keeper.territory(chain));
                if (opened.isEmpty()) yield new Outcome.Refused(new Refusal.NoSuchUnit());
                var last = chains.findLink(chain, plan.unit());
                if (last.filter(link -> link.to() == null).isPresent())
                    yield new Outcome.Refused(new Refusal.LinkedAlready());
                var refusal =
                        keeper.refuse(plan.on(), last.map(LinkUnit::earliest).orElse(opened.get()));
                if (refusal != null) yield new Outcome.Refused(refusal);
                chains.link(chain, plan.unit(), keeper.said(caller, plan.on()));
                yield new Outcome.Done(chain.id());
            }
        };
    }

    @Transactional
    Outcome unlink(Plan plan, Caller caller) {
        return switch (keeper.find(plan.chain(), plan.ifMatch(), plan.on(), caller)) {
            case ChainKeeper.Found.Refused(var why) -> new Outcome.Refused(why);
            case ChainKeeper.Found.Open(var chain) -> {
                var found = chains.findLink(chain, plan.unit());
                if (found.isEmpty()) yield new Outcome.Refused(new Refusal.NoSuchLink());
                var link = found.get();
                Refusal refusal = link.to() == null ? null : new Refusal.LinkEnded();
                if (refusal == null) refusal = refuseLeader(chain, plan);
                if (refusal == null) refusal = keeper.refuse(plan.on(), link.from());
                if (refusal != null) yield new Outcome.Refused(refusal);
                chains.unlink(chain, link, plan.on());
                yield new Outcome.Done(chain.id());
            }
        };
    }

    /** Whoever leads a chain is on it, on each day on which it did. */
    private @Nullable Refusal refuseLeader(Chain chain, Plan plan) {
        Long leader = chain.leader();
        if (leader != null && leader == plan.unit()) return new Refusal.Leads();
        return chains.findLedUntil(chain, plan.unit())
                .filter(plan.on()::isBefore)
                .map(Refusal.Led::new)
                .orElse(null);
    }

    /** The first day on which something else may be said about a unit that is, or was, on a chain. */
    static LocalDate earliest(Link link) {
        var ended = link.to();
        return ended == null ? link.from() : ended;
    }

    sealed interface Outcome {
        record Done(long chain) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
