package cn.dangjian.statistics.figure.goal;

import static java.util.stream.Collectors.toMap;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.statistics.figure.goal.SetTarget.TargetRequest;
import cn.dangjian.statistics.place.TreePath;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code target}. */
@Repository
public class TargetTable {

    private static final String TARGET = """
        select t.id, t.unit_id, t.measure, t.from_month, t.value, t.rate, t.set_by, t.document, t.version from target t\
        """;

    private final Rows rows;

    TargetTable(Rows rows) {
        this.rows = rows;
    }

    /** Who else sets a target of the unit waits until the transaction ends. */
    void hold(UnitId unit) {
        rows.sql("select id from unit where id = :unit for update")
                .with("unit", unit)
                .lock();
    }

    @Unscoped("of a unit that was found within the caller's scope")
    Optional<Target> find(UnitId unit, String measure, LocalDate month) {
        return rows.unscoped(TARGET + " where t.unit_id = :unit and t.measure = :measure and t.from_month = :month")
                .with("unit", unit)
                .with("measure", measure)
                .with("month", month)
                .find(Target.class);
    }

    /** The one that holds in a month. */
    @Unscoped("of a unit that was found within the caller's scope")
    Optional<Target> findUntil(UnitId unit, String measure, LocalDate month) {
        return Optional.ofNullable(listOf(List.of(unit.value()), List.of(measure), month)
                .getOrDefault(unit.value(), Map.of())
                .get(measure));
    }

    void save(UnitId unit, TargetRequest request, Desk desk) {
        rows.sql("""
            insert into target (unit_id, measure, from_month, value, rate, set_by, document, subject, at, version)
            values (:unit, :measure, :from, :value, :rate, :setBy, :document, :subject, :at, 1)
            on duplicate key update value = values(value), rate = values(rate), set_by = values(set_by),
                document = values(document), subject = values(subject), at = values(at), version = version + 1\
            """)
                .with("unit", unit)
                .with(request)
                .with("from", request.month().atDay(1))
                .with("setBy", desk.unit().id())
                .by(desk)
                .update();
    }

    /** All of a unit, the newest month first. */
    List<Target> list(UnitId unit, Scope scope) {
        return rows.sql(TARGET + """
             join unit u on u.id = t.unit_id and {scope u} where t.unit_id = :unit order by t.measure, t.from_month desc\
            """).in(scope).with("unit", unit).list(Target.class);
    }

    /**
     * What holds in a month, by unit and measure; units without a target are missing. What one above has set holds until that
     * one, or one above it, sets another one: what was set below it for later months does not count.
     */
    @Unscoped("of units whose figures the caller sees")
    public Map<Long, Map<String, Target>> listOf(Collection<Long> units, Collection<String> measures, LocalDate month) {
        var found = new HashMap<Long, Map<String, Target>>();
        if (units.isEmpty() || measures.isEmpty()) return found;
        var said = rows.unscoped(TARGET + """
             where t.unit_id in (:units) and t.measure in (:measures) and t.from_month <= :month order by t.from_month\
            """)
                .with("units", units)
                .with("measures", measures)
                .with("month", month)
                .list(Target.class);
        var paths = said.isEmpty() ? Map.<Long, String>of() : paths(units);
        said.forEach(target -> found.computeIfAbsent(target.unitId(), unit -> new HashMap<>())
                .merge(target.measure(), target, (holds, later) -> {
                    var path = paths.getOrDefault(later.unitId(), "");
                    return holds.isSomething() && isAbove(holds, later, path) ? holds : later;
                }));
        found.values().forEach(targets -> targets.values().removeIf(target -> !target.isSomething()));
        return found;
    }

    private record Stands(long id, String path) {}

    @Unscoped("of units whose figures the caller sees")
    private Map<Long, String> paths(Collection<Long> units) {
        return rows
                .unscoped("select id, path from unit where id in (:units)")
                .with("units", units)
                .list(Stands.class)
                .stream()
                .collect(toMap(Stands::id, Stands::path));
    }

    /** Whether who has set one target stands above who has set another one, as the unit stands today. */
    private static boolean isAbove(Target one, Target other, String path) {
        var above = TreePath.above(path).stream().map(TreePath::unit).toList();
        int rank = above.indexOf(one.setBy());
        // the nearest one is the first; whoever is not there is the unit itself, or stood above it once
        return rank >= 0 && rank > above.indexOf(other.setBy());
    }
}
