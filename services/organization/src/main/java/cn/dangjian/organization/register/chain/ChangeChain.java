package cn.dangjian.organization.register.chain;

import cn.dangjian.organization.tree.rule.Kinds;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 变更、撤销: from a day on a chain has another name or leader, another Party unit leads it, or there is no such chain. */
@Service
class ChangeChain {

    private final ChainRepository chains;
    private final ChainKeeper keeper;
    private final Kinds kinds;

    ChangeChain(ChainRepository chains, ChainKeeper keeper, Kinds kinds) {
        this.chains = chains;
        this.keeper = keeper;
        this.kinds = kinds;
    }

    /** What is said of a chain. */
    sealed interface Step {

        /** @param leader a register unit (链主); null if none leads it */
        record Name(String name, @Nullable Long leader) implements Step {}

        /** @param partyUnit a functional one (ORG-07: no formal members of its own); null if none leads it any more */
        record Lead(@Nullable Long partyUnit) implements Step {}

        record Close() implements Step {}
    }

    @Transactional
    Outcome change(long id, Step step, @Nullable String ifMatch, LocalDate on, Caller caller) {
        return switch (keeper.find(id, ifMatch, on, caller)) {
            case ChainKeeper.Found.Refused(var why) -> new Outcome.Refused(why);
            case ChainKeeper.Found.Open(var chain) -> {
                var refusal = refuse(chain, step, on);
                if (refusal != null) yield new Outcome.Refused(refusal);
                take(chain, step, keeper.said(caller, on));
                yield new Outcome.Changed(id);
            }
        };
    }

    private void take(Chain chain, Step step, ChainRepository.Said said) {
        switch (step) {
            case Step.Name(var name, var leader) -> {
                chains.change(chain, name, leader, said);
                if (leader != null && !isLinked(chain, leader)) chains.linkLeader(chain, leader, said);
            }
            case Step.Lead(var partyUnit) -> chains.lead(chain, partyUnit, said);
            case Step.Close() -> chains.close(chain, said.on());
        }
    }

    private @Nullable Refusal refuse(Chain chain, Step step, LocalDate on) {
        return switch (step) {
            case Step.Name(var name, var leader) -> refuseLeader(chain, leader, on);
            case Step.Lead(var partyUnit) -> refuseParty(chain, partyUnit, on);
            case Step.Close() -> {
                var linked = chains.findLastLinked(chain).orElse(chain.openedOn());
                var refusal = keeper.refuse(on, chain.since());
                if (refusal == null) refusal = keeper.refuse(on, chain.earliestParty());
                yield refusal == null ? keeper.refuse(on, linked) : refusal;
            }
        };
    }

    private @Nullable Refusal refuseLeader(Chain chain, @Nullable Long leader, LocalDate on) {
        var refusal = keeper.refuse(on, chain.since());
        if (refusal != null || leader == null) return refusal;
        var opened = chains.findOpened(leader, keeper.territory(chain));
        if (opened.isEmpty()) return new Refusal.NoSuchUnit();
        var link = chains.findLink(chain, leader);
        return keeper.refuse(on, link.map(LinkUnit::earliest).orElse(opened.get()));
    }

    private boolean isLinked(Chain chain, long unit) {
        return chains.findLink(chain, unit).filter(link -> link.to() == null).isPresent();
    }

    private @Nullable Refusal refuseParty(Chain chain, @Nullable Long partyUnit, LocalDate on) {
        var refusal = keeper.refuse(on, chain.earliestParty());
        if (refusal != null) return refusal;
        if (partyUnit == null) return chain.partyUnit() == null ? new Refusal.NotLed() : null;
        var unit = Optional.of(partyUnit).flatMap(id -> keeper.partyUnit(id, chain));
        if (unit.isEmpty()) return new Refusal.NoSuchPartyUnit();
        return kinds.isOfChain(unit.get().kind())
                ? null
                : new Refusal.PartyUnitUnfit(unit.get().kind());
    }

    sealed interface Outcome {
        record Changed(long id) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
