package cn.dangjian.dues.total.view;

import cn.dangjian.dues.total.sum.Sums;
import cn.dangjian.dues.total.sum.TierTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 汇总: the kept sums of a unit itself and of each of its children, as they are at one moment. */
@Service
class Totals {

    private static final LocalDate BEGINNING = LocalDate.of(1949, 10, 1);

    private final TierTable tiers;

    Totals(TierTable tiers) {
        this.tiers = tiers;
    }

    /**
     * @param sums of the months that were asked for
     * @param owed what was billed until the last of them and is not collected
     */
    record Part(long unit, String name, Sums sums, long owed) {}

    /** The unit itself first, then its children in the order of the tree; those of which there is nothing are left out. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Part> of(Unit unit, LocalDate from, LocalDate to, Scope scope) {
        var asked = byUnit(unit, from, to, scope);
        return list(unit, BEGINNING, to, scope)
                .map(ever -> new Part(
                        ever.unit(),
                        ever.name(),
                        Objects.requireNonNullElse(asked.get(ever.unit()), Sums.NONE),
                        ever.billed() - ever.collected()))
                .filter(part -> !part.sums().equals(Sums.NONE) || part.owed() != 0)
                .toList();
    }

    private Map<Long, Sums> byUnit(Unit unit, LocalDate from, LocalDate to, Scope scope) {
        return list(unit, from, to, scope).collect(Collectors.toMap(TierTable.Part::unit, TierTable.Part::sums));
    }

    private Stream<TierTable.Part> list(Unit unit, LocalDate from, LocalDate to, Scope scope) {
        return Stream.concat(
                tiers.listOwn(unit, from, to).stream(), tiers.listChildren(unit, from, to, scope).stream());
    }
}
