package cn.dangjian.organization.register.chainrate;

import cn.dangjian.organization.register.chainrate.ChainRateQueries.Count;
import cn.dangjian.organization.tree.period.Paths;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Desk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 组建率: chains that a functional Party unit leads in a hundred chains, by the tier that keeps them (ORG-07). */
@Component
class ChainRates {

    private final ChainRateQueries queries;

    ChainRates(ChainRateQueries queries) {
        this.queries = queries;
    }

    /**
     * The chains of one tier.
     *
     * @param led how many a Party unit leads
     * @param percent null if there are no chains
     */
    record Rate(Tier tier, int chains, int led, @Nullable BigDecimal percent) {}

    record PartRates(long unitId, String name, List<Rate> rates) {}

    /** @param own what the unit keeps itself; {@code total} is that and all children */
    record RatesView(long unitId, LocalDate asOf, List<Rate> total, List<Rate> own, List<PartRates> children) {}

    RatesView rates(Unit unit, @Nullable LocalDate asOf, Desk desk) {
        var day = asOf == null ? desk.today() : asOf;
        int length = Paths.below(unit.path(), 0).length();
        var all = queries.count(desk.scope().below(unit), length, day);
        var counts = all.stream().collect(Collectors.groupingBy(Count::path));
        var children = queries.listParts(unit, desk.scope()).stream()
                .map(part -> new PartRates(part.id(), part.name(), rates(counts.getOrDefault(part.path(), List.of()))))
                .toList();
        return new RatesView(
                unit.id().value(), day, rates(all), rates(counts.getOrDefault(unit.path(), List.of())), children);
    }

    private static List<Rate> rates(List<Count> counts) {
        var tiers = counts.stream().collect(Collectors.groupingBy(Count::tier, TreeMap::new, Collectors.toList()));
        return tiers.entrySet().stream()
                .map(tier -> rate(
                        tier.getKey(),
                        tier.getValue().stream().mapToInt(Count::chains).sum(),
                        tier.getValue().stream().mapToInt(Count::led).sum()))
                .toList();
    }

    private static Rate rate(Tier tier, int chains, int led) {
        var percent = chains == 0
                ? null
                : BigDecimal.valueOf(led).movePointRight(2).divide(BigDecimal.valueOf(chains), 2, RoundingMode.HALF_UP);
        return new Rate(tier, chains, led, percent);
    }
}
