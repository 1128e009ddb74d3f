package cn.dangjian.organization.register.chain;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who keeps chains, of what, and from when on: a township or above, of its subtree, never ahead. */
@Component
class ChainKeeper {

    private static final Set<Tier> KEEPERS = Set.of(Tier.COUNTY, Tier.TOWNSHIP);

    private final ChainRepository chains;
    private final Directory directory;
    private final Days days;

    ChainKeeper(ChainRepository chains, Directory directory, Days days) {
        this.chains = chains;
        this.directory = directory;
        this.days = days;
    }

    Scope scope(Caller caller) {
        return Scope.subtree(directory.unitOf(caller).path());
    }

    /** A county or township of the caller's subtree that may keep chains. */
    Optional<Unit> keeper(long unit, Caller caller) {
        return directory
                .find(new UnitId(unit), scope(caller))
                .filter(found -> KEEPERS.contains(found.tier()) && !found.isAbolished());
    }

    /** A Party unit that exists in the territory of a chain's keeper. */
    Optional<Unit> partyUnit(long unit, Chain chain) {
        return directory.find(new UnitId(unit), territory(chain)).filter(found -> !found.isAbolished());
    }

    /** Where the units of a chain lie. */
    Scope territory(Chain chain) {
        return Scope.subtree(directory.named(List.of(chain.keeper())).getFirst().path());
    }

    /**
     * A chain that the caller may change on a day.
     *
     * @throws cn.dangjian.platform.web.problem.ProblemException if it is another version than the one named
     */
    Found find(long id, @Nullable String ifMatch, LocalDate on, Caller caller) {
        var found = chains.find(id, scope(caller));
        if (found.isEmpty()) return new Found.Refused(new Refusal.NoSuchChain());
        var chain = found.get();
        ETags.requireMatch(ifMatch, chain.version());
        if (chain.closedOn() != null) return new Found.Refused(new Refusal.Closed(chain.name()));
        var refusal = refuse(caller, on, chain.openedOn());
        return refusal == null ? new Found.Open(chain) : new Found.Refused(refusal);
    }

    /** Why the caller may keep no chains, or not on that day; null if it may. */
    @Nullable
    Refusal refuse(Caller caller, LocalDate on, LocalDate earliest) {
        if (directory.unitOf(caller).tier().compareTo(Tier.TOWNSHIP) > 0) return new Refusal.NotKeeper();
        return refuse(on, earliest);
    }

    @Nullable
    Refusal refuse(LocalDate on, LocalDate earliest) {
        var today = days.today();
        if (on.isAfter(today)) return new Refusal.Future(today);
        return on.isBefore(earliest) ? new Refusal.TooEarly(earliest) : null;
    }

    ChainRepository.Said said(Caller caller, LocalDate on) {
        return new ChainRepository.Said(on, caller.subject(), days.now());
    }

    sealed interface Found {
        record Open(Chain chain) implements Found {}

        record Refused(Refusal why) implements Found {}
    }
}
