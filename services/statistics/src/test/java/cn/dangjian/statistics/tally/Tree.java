package cn.dangjian.statistics.tally;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.UnitObserver.Change;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A tree of units that are nobody else's, in memory and, as far as they are known, in the directory. */
class Tree {

    private static final Tier[] TIERS = Tier.values();

    private final Map<Long, Long> parents = new TreeMap<>();
    private final Map<Long, Long> supervisors = new TreeMap<>();
    private final Set<Long> known = new TreeSet<>();
    private final JdbcTemplate jdbc;
    private final long root;

    private Tree(JdbcTemplate jdbc, long root) {
        this.jdbc = jdbc;
        this.root = root;
        parents.put(root, 0L);
    }

    /** A province with this many units in each tier below, none of them known to the directory yet. */
    static Tree of(JdbcTemplate jdbc, long root, int... tiers) {
        var tree = new Tree(jdbc, root);
        long next = root;
        long aboveFrom = root;
        int above = 1;
        for (int units : tiers) {
            long from = next + 1;
            for (int i = 0; i < units; i++) tree.parents.put(++next, aboveFrom + (long) i * above / units);
            aboveFrom = from;
            above = units;
        }
        return tree;
    }

    long root() {
        return root;
    }

    List<Long> units() {
        return List.copyOf(parents.keySet());
    }

    @Nullable
    Long parent(long unit) {
        Long parent = parents.get(unit);
        return parent == null || parent == 0 ? null : parent;
    }

    boolean isKnown(long unit) {
        return known.contains(unit);
    }

    /** The unit and everything above it. */
    List<Long> lineage(long unit) {
        var lineage = new ArrayList<Long>();
        for (Long at = unit; at != null; at = parent(at)) lineage.add(at);
        return lineage;
    }

    String path(long unit) {
        return String.join(
                "", lineage(unit).reversed().stream().map(Province::segment).toList());
    }

    int depth(long unit) {
        return lineage(unit).size();
    }

    /** Undoes what is changed from now on, in memory, when it is run. */
    Runnable remember() {
        var parentsNow = Map.copyOf(parents);
        var supervisorsNow = Map.copyOf(supervisors);
        var knownNow = Set.copyOf(known);
        return () -> {
            parents.putAll(parentsNow);
            supervisors.clear();
            supervisors.putAll(supervisorsNow);
            known.retainAll(knownNow);
        };
    }

    /** Writes units into the directory, as the starter's listener does before it tells its observers. */
    List<Change> reveal(List<Long> units) {
        var rows = units.stream().map(this::unit).toList();
        save(rows);
        known.addAll(units);
        return rows.stream().map(unit -> new Change(null, unit)).toList();
    }

    /** Moves a unit with everything below it; empty if it cannot be moved there. */
    List<Change> move(long unit, long newParent) {
        if (unit == root || lineage(newParent).contains(unit) || !known.contains(newParent)) return List.of();
        var below =
                known.stream().filter(other -> lineage(other).contains(unit)).toList();
        var before = below.stream().map(this::unit).toList();
        if (below.stream().mapToInt(this::depth).max().orElse(0) - depth(unit) + depth(newParent) > 10)
            return List.of();
        parents.put(unit, newParent);
        return changes(below, before);
    }

    private List<Change> changes(List<Long> units, List<Unit> before) {
        var after = units.stream().map(this::unit).toList();
        save(after);
        var changes = new ArrayList<Change>();
        for (int i = 0; i < before.size(); i++) changes.add(new Change(before.get(i), after.get(i)));
        return changes;
    }

    /** The last two units are committees of lines; each heads its own. */
    private boolean isCommittee(long unit) {
        return unit >= root + parents.size() - 2;
    }

    /** Who is directly above a unit in its line; null if nobody is. */
    @Nullable
    Long lineAbove(long unit) {
        if (isCommittee(unit)) return null;
        Long supervisor = supervisors.get(unit);
        if (supervisor != null) return supervisor;
        Long parent = parent(unit);
        return parent == null || linePath(parent) == null ? null : parent;
    }

    /** Null if the unit is in no line. */
    @Nullable
    String linePath(long unit) {
        if (isCommittee(unit)) return "+" + Province.segment(unit);
        Long above = lineAbove(unit);
        return above == null ? null : linePath(above) + Province.segment(unit);
    }

    /** A committee supervises a unit with all that is below it, or leaves it. */
    List<Change> superviseSomething(Random random) {
        long unit = root + random.nextInt(parents.size() - 2);
        var below =
                known.stream().filter(other -> lineage(other).contains(unit)).toList();
        var before = below.stream().map(this::unit).toList();
        if (supervisors.remove(unit) == null) supervisors.put(unit, root + parents.size() - 1 - random.nextInt(2));
        return changes(below, before);
    }

    /** Any legal move, or none; or a unit comes into a line, or leaves it. */
    List<Change> changeSomething(Random random) {
        if (random.nextBoolean()) return superviseSomething(random);
        var units = units();
        return move(units.get(random.nextInt(units.size())), units.get(random.nextInt(units.size())));
    }

    private Unit unit(long unit) {
        return new Unit(
                new UnitId(unit),
                parent(unit),
                "T" + unit,
                "示范" + unit,
                TIERS[Math.min(depth(unit), TIERS.length) - 1],
                "COMMITTEE",
                "RURAL",
                path(unit),
                1,
                LocalDate.of(2022, 1, 1),
                null,
                linePath(unit));
    }

    private void save(List<Unit> units) {
        jdbc.batchUpdate("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from, line_path)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update parent_id = values(parent_id), tier = values(tier), path = values(path),
                line_path = values(line_path)\
            """, units, 1000, (statement, unit) -> {
            statement.setLong(1, unit.id().value());
            statement.setObject(2, unit.parentId());
            statement.setString(3, unit.code());
            statement.setString(4, unit.name());
            statement.setString(5, unit.tier().name());
            statement.setString(6, unit.kind());
            statement.setString(7, unit.domain());
            statement.setString(8, unit.path());
            statement.setLong(9, unit.version());
            statement.setObject(10, unit.validFrom());
            statement.setString(11, unit.linePath());
        });
    }
}
