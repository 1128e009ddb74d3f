package cn.dangjian.organization.field.advice;

import cn.dangjian.organization.field.advice.AdviceQueries.Below;
import cn.dangjian.organization.register.chainrate.ChainSizeTable;
import cn.dangjian.organization.register.chainrate.ChainSizeTable.Size;
import cn.dangjian.organization.register.coverage.CoverageTable;
import cn.dangjian.organization.register.coverage.CoverageTable.Covering;
import cn.dangjian.organization.register.coverage.CoverageTable.Uncovered;
import cn.dangjian.platform.directory.Scope;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is advised about: Party units, register units that nobody covers, chains that nobody leads. */
@Component
class Facts {

    private final AdviceQueries queries;
    private final CoverageTable coverage;
    private final ChainSizeTable chains;

    Facts(AdviceQueries queries, CoverageTable coverage, ChainSizeTable chains) {
        this.queries = queries;
        this.coverage = coverage;
        this.chains = chains;
    }

    List<UnitFacts> listUnits(Collection<Long> units, LocalDate day) {
        var below = queries.listBelow(units).stream().collect(Collectors.toMap(Below::unit, Function.identity()));
        var covering = coverage.listCovering(units, day).stream()
                .collect(Collectors.toMap(Covering::partyUnit, Function.identity()));
        return queries.list(units).stream()
                .map(unit -> {
                    var members = below.get(unit.id());
                    var covers = covering.get(unit.id());
                    var facts = members == null ? unit : unit.above(members.members(), members.retired());
                    return covers == null
                            ? facts
                            : facts.covering(covers.units(), covers.joint(), covers.withRetireeBranch());
                })
                .toList();
    }

    List<Uncovered> listUncovered(Collection<Long> places, LocalDate day) {
        return coverage.listUncovered(places, day);
    }

    Optional<Uncovered> findUncovered(long registerUnit, Scope scope, LocalDate day) {
        return coverage.findUncovered(registerUnit, scope, day);
    }

    List<Size> listChains(Collection<Long> keepers, LocalDate day) {
        return chains.listWithout(keepers, day);
    }

    Optional<Size> findChain(long chain, Scope scope, LocalDate day) {
        return chains.findWithout(chain, scope, day);
    }
}
