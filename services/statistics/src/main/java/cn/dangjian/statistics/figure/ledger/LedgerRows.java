package cn.dangjian.statistics.figure.ledger;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.goal.Goal;
import cn.dangjian.statistics.figure.goal.Target;
import cn.dangjian.statistics.figure.goal.TargetTable;
import cn.dangjian.statistics.figure.ledger.LedgerUnitQueries.Standing;
import cn.dangjian.statistics.figure.sheet.Asked;
import cn.dangjian.statistics.figure.sheet.Share;
import cn.dangjian.statistics.figure.sheet.Sheets;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Answers ledgers: the figures of many units at once, each the same as where it is asked for alone. */
@Component
class LedgerRows {

    private final LedgerUnitQueries units;
    private final Sheets sheets;
    private final TargetTable targets;
    private final Catalogue catalogue;

    LedgerRows(LedgerUnitQueries units, Sheets sheets, TargetTable targets, Catalogue catalogue) {
        this.units = units;
        this.sheets = sheets;
        this.targets = targets;
        this.catalogue = catalogue;
    }

    /**
     * A unit of a ledger.
     *
     * @param figures in the order of the ledger's measures
     */
    record LedgerRow(UnitId unit, String code, String name, List<LedgerFigure> figures) {}

    /**
     * A measure at a unit, in what the measure is counted in.
     *
     * @param value of all at and below the unit
     * @param share of the measure that the catalogue names; null if there is none, or that one is nothing
     * @param target what the value should be; null if nobody has set that
     */
    record LedgerFigure(
            String measure,
            long value,
            @Nullable BigDecimal share,
            @Nullable Goal target) {}

    /** Some rows in the order of the tree, all of one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Page<LedgerRow> page(Tier tier, Asked asked, Slice slice, Scope scope) {
        var page = slice.inTree(units.list(tier, asked.month(), slice, scope), Standing::path, Standing::id);
        var all = catalogue.withWholes(asked.measures());
        var sums = sheets.totals(page.items().stream().map(Standing::id).toList(), all, asked.month());
        var targeted = targets.listOf(
                page.items().stream().map(Standing::id).toList(),
                asked.measures().stream().map(Measure::code).toList(),
                asked.month());
        return page.map(unit -> row(
                unit,
                asked.measures(),
                sums.getOrDefault(unit.id(), Map.of()),
                targeted.getOrDefault(unit.id(), Map.of())));
    }

    private static LedgerRow row(
            Standing unit, List<Measure> measures, Map<String, Long> sums, Map<String, Target> targets) {
        return new LedgerRow(
                new UnitId(unit.id()),
                unit.code(),
                unit.name(),
                measures.stream()
                        .map(measure -> figure(measure, sums, targets.get(measure.code())))
                        .toList());
    }

    private static LedgerFigure figure(Measure measure, Map<String, Long> sums, @Nullable Target target) {
        long value = sums.getOrDefault(measure.code(), 0L);
        var whole = measure.shareOf();
        var share = whole == null ? null : Share.of(value, sums.getOrDefault(whole, 0L));
        return new LedgerFigure(measure.code(), value, share, target == null ? null : Goal.of(target, value, share));
    }
}
