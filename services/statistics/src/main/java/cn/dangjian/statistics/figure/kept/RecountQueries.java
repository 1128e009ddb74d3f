package cn.dangjian.statistics.figure.kept;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.statistics.figure.catalogue.Grouping;
import cn.dangjian.statistics.figure.catalogue.Kind;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.kept.Recount.Stretch;
import cn.dangjian.statistics.figure.kept.Recount.Wrong;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Holds what is kept as sums against their parts, and against what units have and where they stand. */
@Repository
@Unscoped("recounts everything, for the administrator")
class RecountQueries {

    /** Of these all sums are held against their parts in a fraction of a second. */
    private static final int UNITS = 300;

    // a whole counts as itself, by kind and by domain of its unit
    private static final String OWN = """
        select p.path, v.measure,
               case g.g when 0 then v.slot when 1 then concat('kind:', p.kind) else concat('domain:', p.domain) end slot,
               %s month, %sv.value value
          from unit_place p straight_join unit_value v on v.unit_id = p.unit_id and %s
          join (select 0 g union all select 1 union all select 2) g on g.g = 0 or (v.slot = '' and p.kind <> '')
         where p.path > :after and p.path <= :upTo\
        """;

    private static final String STATE =
            "v.measure in (:states) and p.from_month < v.to_month and p.to_month > v.from_month";

    /** What units have where they stand, taken off: a state comes with a month and goes with another one. */
    private static final String STATES = OWN.formatted("greatest(v.from_month, p.from_month)", "-", STATE)
            + " union all "
            + OWN.formatted(
                    "least(v.to_month, p.to_month)", "", STATE + " and least(v.to_month, p.to_month) < :forever");

    private static final String FLOWS = OWN.formatted(
            "v.from_month",
            "-",
            "v.measure in (:flows) and p.from_month <= v.from_month"
                    + " and (p.to_month > v.from_month or p.last_one = 1)");

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

    /** By which totals of a stretch are more than their parts: what stands directly below and what the unit itself has. */
    List<Wrong> listExcess(Stretch stretch, Collection<Measure> measures) {
        var flows = codes(measures, isFlow());
        var states = codes(measures, isFlow().negate());
        var parts = new ArrayList<String>();
        parts.add("select path, measure, slot, month, value from tier_value where measure in (:measures) and "
                + within("path"));
        parts.add("select parent, measure, slot, month, -value from tier_value where measure in (:measures) and "
                + within("parent"));
        if (!states.isEmpty()) parts.add(STATES);
        if (!flows.isEmpty()) parts.add(FLOWS);
        var statement = jdbc.sql("""
            select path, measure, slot, month, cast(sum(value) as signed) value from (%s) d
             group by path, measure, slot, month having sum(value) <> 0\
            """.formatted(String.join(" union all ", parts)))
                .param("measures", codes(measures, measure -> true))
                .param("forever", Months.FOREVER)
                .param("after", stretch.after())
                .param("upTo", stretch.upTo());
        if (!states.isEmpty()) statement = statement.param("states", states);
        return list(flows.isEmpty() ? statement : statement.param("flows", flows));
    }

    private static String within(String path) {
        return path + " > :after and " + path + " <= :upTo";
    }

    private static Predicate<Measure> isFlow() {
        return measure -> measure.kind() == Kind.FLOW;
    }

    private static List<String> codes(Collection<Measure> measures, Predicate<Measure> which) {
        return measures.stream().filter(which).map(Measure::code).toList();
    }

    /** Wholes of a stretch that differ from the sum of what they can be taken apart in. */
    List<Wrong> listUneven(Stretch stretch, Collection<Measure> measures) {
        return Arrays.stream(Grouping.values())
                .filter(Grouping::isKept)
                .flatMap(grouping ->
                        uneven(grouping, stretch, codes(measures, measure -> measure.groupings()
                                        .contains(grouping)))
                                .stream())
                .toList();
    }

    private List<Wrong> uneven(Grouping grouping, Stretch stretch, List<String> measures) {
        if (measures.isEmpty()) return List.of();
        return list(jdbc.sql("""
            select path, measure, '%s' slot, month, cast(sum(if(slot = '', value, -value)) as signed) value from tier_value
             where path > :after and path <= :upTo and measure in (:measures) and (slot = '' or slot %s)
             group by path, measure, month having sum(if(slot = '', value, -value)) <> 0\
            """.formatted(
                                grouping.prefix(),
                                grouping == Grouping.SLOT ? "not like '%:%'" : "like '" + grouping.prefix() + "%'"))
                .param("measures", measures)
                .param("after", stretch.after())
                .param("upTo", stretch.upTo()));
    }

    private static List<Wrong> list(StatementSpec statement) {
        return statement
                .query((row, number) -> new Wrong(
                        row.getString("measure"),
                        row.getString("path"),
                        row.getString("slot"),
                        row.getObject("month", LocalDate.class),
                        row.getLong("value")))
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
