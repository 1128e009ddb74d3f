package cn.dangjian.organization.register.chain;

import static cn.dangjian.organization.register.chain.ChainRefusal.CLOSED;
import static cn.dangjian.organization.register.chain.ChainRefusal.FUTURE;
import static cn.dangjian.organization.register.chain.ChainRefusal.NOT_KEEPER;
import static cn.dangjian.organization.register.chain.ChainRefusal.TOO_EARLY;
import static cn.dangjian.organization.register.chain.ChainRefusal.UNKNOWN;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Who keeps chains, of what, and from when on: a township or above, of its subtree, never ahead. */
@Component
class ChainKeeper {

    private final ChainRepository chains;

    ChainKeeper(ChainRepository chains) {
        this.chains = chains;
    }

    /** A chain that the caller may change on a day, of the version that he saw. */
    Chain find(long id, LocalDate on, Seen seen, Desk desk) {
        var chain = chains.find(id, desk.scope()).orElseThrow(UNKNOWN);
        seen.require(chain.version());
        if (chain.closedOn() != null) throw CLOSED.with(chain.name());
        NOT_KEEPER.when(desk.isBelow(Tier.TOWNSHIP));
        require(on, chain.openedOn(), desk);
        return chain;
    }

    /** Where the units of a chain lie. */
    static Scope territory(Chain chain, Desk desk) {
        return Scope.subtree(
                desk.known(new UnitId(chain.keeper())).orElseThrow().path());
    }

    static void require(LocalDate on, LocalDate earliest, Desk desk) {
        if (on.isAfter(desk.today())) throw FUTURE.with(desk.today());
        if (on.isBefore(earliest)) throw TOO_EARLY.with(earliest);
    }
}
