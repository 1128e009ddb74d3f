package cn.dangjian.statistics.figure.kept;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.statistics.figure.catalogue.Grouping;
import cn.dangjian.statistics.figure.catalogue.Kind;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.kept.Recount.Stretch;
import cn.dangjian.statistics.figure.kept.Recount.Wrong;
import cn.dangjian.statistics.figure.kept.TierChanges.Sum;
import cn.dangjian.statistics.place.TreePath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Holds what is kept as sums against their parts, and against what units have and where they stand. */
@Repository
@Unscoped("recounts everything, for the administrator")
class RecountQueries {

    /** Of these all sums are held against their parts in a fraction of a second. */
    private static final int UNITS = 300;

    // a whole counts as itself, by kind and by domain of its unit
    private static final String OWN = """
        select p.unit_id unit, v.measure,
               case g.g when 0 then v.slot when 1 then concat('kind:', p.kind) else concat('domain:', p.domain) end slot,
               %s month, %sv.value value
          from unit_place p straight_join unit_value v on v.unit_id = p.unit_id and %s
          join (select 0 g union all select 1 union all select 2) g on g.g = 0 or (v.slot = '' and p.kind <> '')
         where {which}\
        """;

    private static final String STATE =
            "v.measure in (:states) and p.from_month < v.to_month and p.to_month > v.from_month";

    /** What units have where they stand: a state comes with a month and goes with another one. */
    private static final String STATES = OWN.formatted("greatest(v.from_month, p.from_month)", "", STATE)
            + " union all "
            + OWN.formatted(
                    "least(v.to_month, p.to_month)", "-", STATE + " and least(v.to_month, p.to_month) < :forever");

    private static final String FLOWS = OWN.formatted(
            "v.from_month",
            "",
            "v.measure in (:flows) and p.from_month <= v.from_month"
                    + " and (p.to_month > v.from_month or p.last_one = 1)");

    // so many measures of so many units would be more ranges than a planner looks at
    private static final String MEASURES = " where concat(measure, '') in (:measures) and ";

    private static final String BELOW =
            "select parent unit, measure, slot, month, value from tier_sum" + MEASURES + "parent in (:units)";

    private static final String KEPT =
            "select unit, measure, slot, month, -value from tier_sum" + MEASURES + "unit in (:units)";

    private final JdbcClient jdbc;

    RecountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Stretch stretch(String upTo) {
        return new Stretch(
                jdbc.sql("select path from unit_place where path <= :upTo order by path desc limit 1 offset :units")
                        .param("upTo", upTo)
                        .param("units", UNITS)
                        .query(String.class)
                        .optional()
                        .orElse(""),
                upTo);
    }

    /** Whose sums are looked at: who stands within a stretch, and who is kept below these and stands nowhere. */
    Set<Long> listUnits(Stretch stretch) {
        var units =
                new TreeSet<>(jdbc.sql("select distinct unit_id from unit_place where path > :after and path <= :upTo")
                        .param("after", stretch.after())
                        .param("upTo", stretch.upTo())
                        .query(Long.class)
                        .list());
        Set<Long> parents = new TreeSet<>(units);
        if (stretch.isLast()) {
            parents.add(TreePath.NOBODY);
            parents.addAll(listParentsThatStandNowhere());
        }
        while (!parents.isEmpty()) {
            var below = listBelowThatStandNowhere(parents);
            below.removeAll(units);
            units.addAll(below);
            parents = below;
        }
        return units;
    }

    private Set<Long> listBelowThatStandNowhere(Collection<Long> parents) {
        return new TreeSet<>(
                jdbc.sql("""
                    select s.unit from (select distinct unit from tier_sum force index (primary) where parent in (:parents)) s
                      left join unit_place p on p.unit_id = s.unit where p.unit_id is null\
                    """).param("parents", parents).query(Long.class).list());
    }

    /** Looks through all sums, which nothing else does: once, with the last stretch. */
    private List<Long> listParentsThatStandNowhere() {
        return jdbc.sql("""
            select s.parent from (select distinct parent from tier_sum) s
              left join unit_place p on p.unit_id = s.parent where p.unit_id is null and s.parent <> :nobody\
            """).param("nobody", TreePath.NOBODY).query(Long.class).list();
    }

    /** Below whom sums of each unit are kept. */
    Map<Long, Set<Long>> listParents(Collection<Long> units) {
        var parents = new HashMap<Long, Set<Long>>();
        jdbc.sql("select distinct unit, parent from tier_sum where unit in (:units)")
                .param("units", units)
                .query(row -> {
                    parents.computeIfAbsent(row.getLong(1), unit -> new TreeSet<>())
                            .add(row.getLong(2));
                });
        return parents;
    }

    /** One of the sums of a unit, and with which month it grows. */
    record Part(String measure, String slot, LocalDate month) {

        Sum of(long parent, long unit) {
            return new Sum(parent, unit, measure, slot, month);
        }
    }

    /** By how much what stands directly below units and what they have themselves is more than what is kept of them. */
    Map<Long, Map<Part, Long>> listLacking(Collection<Long> units, Collection<Measure> measures) {
        return parts(List.of(BELOW, KEPT), "p.unit_id in (:units)", measures, Map.of("units", units));
    }

    /** What stands directly below a unit and what it has itself. */
    Map<Part, Long> listMadeOf(long unit, Collection<Measure> measures) {
        return parts(List.of(BELOW), "p.unit_id in (:units)", measures, Map.of("units", List.of(unit)))
                .getOrDefault(unit, Map.of());
    }

    /** What all units have that stand at and below a path. */
    Map<Part, Long> listAt(String path, Collection<Measure> measures) {
        var sums = new HashMap<Part, Long>();
        parts(List.of(), "p.path between :path and concat(:path, '~')", measures, Map.of("path", path))
                .values()
                .forEach(parts -> parts.forEach((part, value) -> sums.merge(part, value, Long::sum)));
        return sums;
    }

    /** At which paths units stand, as all say that stand there or below. */
    Map<Long, Set<String>> listTold(Set<Long> units) {
        var told = new HashMap<Long, Set<String>>();
        jdbc.sql("select distinct path from unit_place").query(row -> {
            String path = row.getString(1);
            var above = TreePath.units(path);
            for (int i = 0; i < above.size(); i++)
                if (units.contains(above.get(i)))
                    told.computeIfAbsent(above.get(i), unit -> new TreeSet<>())
                            .add(path.substring(0, (i + 1) * TreePath.SEGMENT));
        });
        return told;
    }

    /** What is kept of units, wherever they stood. */
    Map<Sum, Long> listKept(Collection<Long> units, Collection<Measure> measures) {
        var kept = new HashMap<Sum, Long>();
        jdbc.sql("select parent, unit, measure, slot, month, value from tier_sum" + MEASURES + "unit in (:units)")
                .param("measures", codes(measures, measure -> true))
                .param("units", units)
                .query(row -> {
                    kept.put(part(row).of(row.getLong("parent"), row.getLong("unit")), row.getLong("value"));
                });
        return kept;
    }

    /** Added up by unit, without what comes to nothing. */
    private Map<Long, Map<Part, Long>> parts(
            List<String> kept, String which, Collection<Measure> measures, Map<String, ?> parameters) {
        var flows = codes(measures, isFlow());
        var states = codes(measures, isFlow().negate());
        var parts = new ArrayList<>(kept);
        if (!states.isEmpty()) parts.add(STATES.replace("{which}", which));
        if (!flows.isEmpty()) parts.add(FLOWS.replace("{which}", which));
        var statement = jdbc.sql("""
            select unit, measure, slot, month, cast(sum(value) as signed) value from (%s) d
             group by unit, measure, slot, month having sum(value) <> 0\
            """.formatted(String.join(" union all ", parts)))
                .param("measures", codes(measures, measure -> true))
                .param("forever", Months.FOREVER)
                .params(parameters);
        if (!states.isEmpty()) statement = statement.param("states", states);
        if (!flows.isEmpty()) statement = statement.param("flows", flows);
        var found = new HashMap<Long, Map<Part, Long>>();
        statement.query(row -> {
            found.computeIfAbsent(row.getLong("unit"), unit -> new HashMap<>()).put(part(row), row.getLong("value"));
        });
        return found;
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(row.getString("measure"), row.getString("slot"), row.getObject("month", LocalDate.class));
    }

    private static Predicate<Measure> isFlow() {
        return measure -> measure.kind() == Kind.FLOW;
    }

    private static List<String> codes(Collection<Measure> measures, Predicate<Measure> which) {
        return measures.stream().filter(which).map(Measure::code).toList();
    }

    /** Wholes of units that differ from the sum of what they can be taken apart in. */
    List<Wrong> listUneven(Collection<Long> units, Collection<Measure> measures) {
        return Arrays.stream(Grouping.values())
                .filter(Grouping::isKept)
                .flatMap(grouping ->
                        uneven(grouping, units, codes(measures, measure -> measure.groupings()
                                        .contains(grouping)))
                                .stream())
                .toList();
    }

    private List<Wrong> uneven(Grouping grouping, Collection<Long> units, List<String> measures) {
        if (measures.isEmpty()) return List.of();
        return jdbc.sql("""
            select parent, unit, measure, '%s' slot, month, cast(sum(if(slot = '', value, -value)) as signed) value
              from tier_sum%sunit in (:units) and (slot = '' or slot %s)
             group by parent, unit, measure, month having sum(if(slot = '', value, -value)) <> 0\
            """.formatted(
                                grouping.prefix(),
                                MEASURES,
                                grouping == Grouping.SLOT ? "not like '%:%'" : "like '" + grouping.prefix() + "%'"))
                .param("measures", measures)
                .param("units", units)
                .query((row, number) ->
                        Wrong.of(part(row).of(row.getLong("parent"), row.getLong("unit")), row.getLong("value")))
                .list();
    }

    /** How many units have values and are not known yet, so that these are in no sum. */
    long countUnplaced() {
        return jdbc.sql("""
            select count(distinct v.unit_id) from unit_value v left join unit_place p on p.unit_id = v.unit_id
             where p.unit_id is null\
            """).query(Long.class).single();
    }
}
