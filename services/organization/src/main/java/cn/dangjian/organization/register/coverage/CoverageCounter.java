package cn.dangjian.organization.register.coverage;

import cn.dangjian.organization.register.coverage.CoverageQueries.Held;
import cn.dangjian.organization.tree.announcement.UnitsMade;
import cn.dangjian.organization.tree.rollup.Counter;
import cn.dangjian.organization.tree.rollup.StaleTable;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.rules.book.Rulebook;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts register units by state and type at the places where they lie; a Party unit that ends uncovers some. */
@Component
class CoverageCounter implements Counter, UnitsMade {

    static final String ENOUGH = "formation.branch.members.min";

    private static final int AT_ONCE = 1000;

    private final CoverageQueries queries;
    private final StaleTable stale;
    private final Rulebook rulebook;
    private final Days days;

    CoverageCounter(CoverageQueries queries, StaleTable stale, Rulebook rulebook, Days days) {
        this.queries = queries;
        this.stale = stale;
        this.rulebook = rulebook;
        this.days = days;
    }

    @Override
    public String prefix() {
        return CoverageState.PREFIX;
    }

    @Override
    public List<Own> count(Collection<Long> units) {
        var day = days.today();
        var rules = rulebook.on(day);
        return queries.listHeld(units, day).stream()
                .collect(Collectors.groupingBy(
                        held -> new Own(held.place(), figure(held, rules.number(ENOUGH, held.path())), 0),
                        Collectors.summingInt(Held::units)))
                .entrySet()
                .stream()
                .map(own -> new Own(own.getKey().unit(), own.getKey().figure(), own.getValue()))
                .toList();
    }

    private static String figure(Held held, int enough) {
        return CoverageState.of(held.covered(), held.members(), enough).figure(held.type());
    }

    @Override
    public void made(List<Unit> units) {
        var ids = units.stream().map(unit -> unit.id().value()).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            stale.add(queries.listConcerned(ids.subList(from, Math.min(from + AT_ONCE, ids.size()))));
        }
    }
}
