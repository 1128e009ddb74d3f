package cn.dangjian.assessment.score.scoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Table {@code score_turn}: whose year is scored just now. */
@Repository
class TurnTable {

    private final Rows rows;
    private final TransactionTemplate apart;

    TurnTable(Rows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    record Turn(long unit, int year) {}

    /**
     * Nobody else scores these until the transaction ends: whoever does so just now is waited for. All take them in the same
     * order, and new ones are written apart from it, or two would wait for each other.
     */
    @Unscoped("work of the platform; nobody sees the rows")
    void take(Collection<Turn> turns) {
        turns.stream()
                .collect(groupingBy(Turn::year, TreeMap::new, mapping(Turn::unit, toCollection(TreeSet::new))))
                .forEach((year, units) -> {
                    add(units, year);
                    rows.sql("""
                        select unit_id from score_turn force index (primary)
                         where year = :year and unit_id in (:units) order by unit_id for update\
                        """).with("year", year).with("units", units).lock();
                });
    }

    private void add(Collection<Long> units, int year) {
        var there =
                new HashSet<>(rows.unscoped("select unit_id from score_turn where year = :year and unit_id in (:units)")
                        .with("year", year)
                        .with("units", units)
                        .list(Long.class));
        List<Turn> missing = units.stream()
                .filter(unit -> !there.contains(unit))
                .map(unit -> new Turn(unit, year))
                .toList();
        if (missing.isEmpty()) return;
        apart.executeWithoutResult(
                status -> rows.sql("insert ignore into score_turn (year, unit_id) values (:year, :unit)")
                        .each(missing));
    }
}
