package cn.dangjian.organization.register.chain;

import static cn.dangjian.organization.register.chain.ChainRefusal.LEADS;
import static cn.dangjian.organization.register.chain.ChainRefusal.LED;
import static cn.dangjian.organization.register.chain.ChainRefusal.LINKED_ALREADY;
import static cn.dangjian.organization.register.chain.ChainRefusal.LINK_ENDED;
import static cn.dangjian.organization.register.chain.ChainRefusal.LINK_UNKNOWN;
import static cn.dangjian.organization.register.chain.ChainRefusal.UNIT_UNKNOWN;

import cn.dangjian.organization.register.chain.Chain.Link;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
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

    /** @param unitId of the register */
    record LinkRequest(@Positive long unitId, @NotNull LocalDate on) {}

    @Transactional
    void link(long id, LinkRequest request, Seen seen, Desk desk) {
        var chain = keeper.find(id, request.on(), seen, desk);
        var opened = chains.findOpened(request.unitId(), ChainKeeper.territory(chain, desk))
                .orElseThrow(UNIT_UNKNOWN);
        var last = chains.findLink(chain, request.unitId());
        LINKED_ALREADY.when(last.filter(link -> link.to() == null).isPresent());
        ChainKeeper.require(request.on(), last.map(Link::earliestNext).orElse(opened), desk);

        chains.link(chain, request.unitId(), request.on(), desk);
    }

    @Transactional
    void unlink(long id, long unit, LocalDate on, Seen seen, Desk desk) {
        var chain = keeper.find(id, on, seen, desk);
        var link = chains.findLink(chain, unit).orElseThrow(LINK_UNKNOWN);
        LINK_ENDED.when(link.to() != null);
        requireNotLeading(chain, unit, on);
        ChainKeeper.require(on, link.from(), desk);

        chains.unlink(chain, link, on);
    }

    /** Whoever leads a chain is on it, on each day on which it did. */
    private void requireNotLeading(Chain chain, long unit, LocalDate on) {
        LEADS.when(chain.leader() != null && chain.leader() == unit);
        var led = chains.findLedUntil(chain, unit);
        if (led.filter(on::isBefore).isPresent()) throw LED.with(led.get());
    }
}
