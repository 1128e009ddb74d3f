package cn.dangjian.organization.register.chain;

import static cn.dangjian.organization.register.chain.ChainRefusal.NOT_LED;
import static cn.dangjian.organization.register.chain.ChainRefusal.PARTY_UNIT_UNFIT;
import static cn.dangjian.organization.register.chain.ChainRefusal.PARTY_UNIT_UNKNOWN;
import static cn.dangjian.organization.register.chain.ChainRefusal.UNIT_UNKNOWN;

import cn.dangjian.organization.register.chain.Chain.Link;
import cn.dangjian.organization.tree.rule.Kinds;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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

    /** @param leaderId a unit of the register (链主); null if none leads it */
    record NameRequest(
            @NotBlank @Size(max = 100) @Stripped String name,
            @Nullable @Positive Long leaderId,
            @NotNull LocalDate on) {}

    /** @param partyUnitId a functional one (ORG-07: no formal members of its own); null if none leads it any more */
    record LeadRequest(
            @Nullable UnitId partyUnitId, @NotNull LocalDate on) {}

    @Transactional
    void name(long id, NameRequest request, Seen seen, Desk desk) {
        var chain = keeper.find(id, request.on(), seen, desk);
        ChainKeeper.require(request.on(), chain.since(), desk);
        var leader = request.leaderId();
        if (leader == null) {
            chains.change(chain, request, desk);
            return;
        }
        var opened =
                chains.findOpened(leader, ChainKeeper.territory(chain, desk)).orElseThrow(UNIT_UNKNOWN);
        var link = chains.findLink(chain, leader);
        ChainKeeper.require(request.on(), link.map(Link::earliestNext).orElse(opened), desk);

        chains.change(chain, request, desk);
        boolean linked = link.filter(one -> one.to() == null).isPresent();
        if (!linked) chains.linkLeader(chain, leader, request.on(), desk);
    }

    @Transactional
    void lead(long id, LeadRequest request, Seen seen, Desk desk) {
        var chain = keeper.find(id, request.on(), seen, desk);
        ChainKeeper.require(request.on(), chain.earliestParty(), desk);
        var party = request.partyUnitId();
        if (party == null) NOT_LED.when(chain.partyUnit() == null);
        else requireFunctional(party, chain, desk);

        chains.lead(chain, request, desk);
    }

    @Transactional
    void close(long id, LocalDate on, Seen seen, Desk desk) {
        var chain = keeper.find(id, on, seen, desk);
        ChainKeeper.require(on, chain.since(), desk);
        ChainKeeper.require(on, chain.earliestParty(), desk);
        ChainKeeper.require(on, chains.findLastLinked(chain).orElse(chain.openedOn()), desk);

        chains.close(chain, on);
    }

    private void requireFunctional(UnitId party, Chain chain, Desk desk) {
        var territory = ChainKeeper.territory(chain, desk);
        var unit = desk.find(party).filter(territory::contains).orElseThrow(PARTY_UNIT_UNKNOWN);
        if (!kinds.isOfChain(unit.kind())) throw PARTY_UNIT_UNFIT.with(unit.kind());
    }
}
