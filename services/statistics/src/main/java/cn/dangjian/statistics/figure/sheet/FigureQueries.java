package cn.dangjian.statistics.figure.sheet;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.statistics.figure.catalogue.Grouping;
import cn.dangjian.statistics.figure.catalogue.Kind;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.place.TreePath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads sums and values of units whose scope was checked before. */
@Repository
@Unscoped("whose figures they are was found within the caller's scope before; children are held against it after")
class FigureQueries {

    private static final String REVISED = "max(revised_at)";

    // of children nobody asks
    private static final String NOT_REVISED = "cast(null as datetime(6))";

    private final JdbcClient jdbc;

    FigureQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A sum of all at and below a unit.
     *
     * @param parent what the unit stood below; not to be read where it is of several
     * @param grown how much of it has come with the month
     */
    record Cell(
            long parent,
            long unit,
            String measure,
            String slot,
            long value,
            @Nullable Instant revisedAt,
            long grown) {}

    /** Where a unit stood at the end of a month; where it last stood, if it had ended by then. */
    Optional<String> findPath(long unit, LocalDate month) {
        return jdbc.sql("""
            select path from unit_place where unit_id = :unit and from_month <= :month and (to_month > :month or last_one = 1)\
            """)
                .param("unit", unit)
                .param("month", month)
                .query(String.class)
                .optional();
    }

    /**
     * Groups of division codes (汇总码) that stood directly below a unit in a month, or below such a one, and where: nobody is
     * there, and what is below stands at the unit.
     */
    Map<Long, String> listHeadings(long unit, LocalDate month) {
        var headings = new HashMap<Long, String>();
        var level = Set.of(unit);
        while (!level.isEmpty()) {
            var next = new HashMap<Long, String>();
            var above = level;
            jdbc.sql("""
                select p.unit_id, p.path
                  from (select distinct unit from tier_sum
                         where parent in (:parents) and measure = 'org.units' and slot = '') s
                  straight_join unit_place p on p.unit_id = s.unit
                 where p.kind = :heading and p.from_month <= :month and (p.to_month > :month or p.last_one = 1)\
                """)
                    .param("parents", above)
                    .param("heading", Unit.HEADING)
                    .param("month", month)
                    .query(row -> {
                        if (above.contains(TreePath.parentUnit(row.getString(2))))
                            next.put(row.getLong(1), row.getString(2));
                    });
            next.keySet().removeAll(headings.keySet());
            headings.putAll(next);
            level = next.keySet();
        }
        return headings;
    }

    /**
     * The whole of all at and below a unit.
     *
     * @param before the same in the month before
     */
    record Whole(String measure, long value, long before) {}

    /** Wholes in a month and in the one before: the state of then is that of now without what came since. */
    List<Whole> listWholes(long unit, Collection<Measure> measures, LocalDate month) {
        var states = states(measures);
        return jdbc.sql("""
            select measure, cast(sum(value) as signed), cast(sum(if(month = :month, value, 0)) as signed),
                   cast(sum(if(month = :before, value, 0)) as signed)
              from tier_sum
             where unit = :unit and slot = '' and measure in (:measures)
               and if(measure in (:states), month <= :month, month in (:month, :before))
             group by measure\
            """)
                .param("unit", unit)
                .param("measures", measures.stream().map(Measure::code).toList())
                .param("states", states)
                .param("month", month)
                .param("before", month.minusMonths(1))
                .query((row, number) -> {
                    String measure = row.getString(1);
                    long all = row.getLong(2);
                    long grown = row.getLong(3);
                    return states.contains(measure)
                            ? new Whole(measure, all, all - grown)
                            : new Whole(measure, grown, row.getLong(4));
                })
                .list();
    }

    /** Of some units one part of measures, or their wholes, wherever the units stood. */
    List<Cell> list(Collection<Long> units, Collection<Measure> measures, String slot, LocalDate month) {
        if (units.isEmpty()) return List.of();
        return sums(REVISED, " and unit in (:units) and slot in (:slots) group by unit, measure", measures, month)
                .param("units", units)
                .param("slots", Grouping.keptSlots(slot))
                .query((row, number) -> cell(row))
                .list();
    }

    /** What stands directly below some units. */
    List<Cell> listBelow(Collection<Long> parents, Collection<Measure> measures, String slot, LocalDate month) {
        return sums(
                        NOT_REVISED,
                        " and parent in (:parents) and slot in (:slots) group by parent, unit, measure",
                        measures,
                        month)
                .param("parents", parents)
                .param("slots", Grouping.keptSlots(slot))
                .query((row, number) -> cell(row))
                .list();
    }

    /** The parts of a measure of all at and below a unit. */
    List<Cell> listParts(long unit, Measure measure, Grouping grouping, LocalDate month) {
        return sums(
                        NOT_REVISED,
                        " and unit = :unit and slot <> '' and slot " + like(grouping)
                                + " group by unit, measure, slot order by slot",
                        List.of(measure),
                        month)
                .param("unit", unit)
                .query((row, number) -> cell(row))
                .list();
    }

    /** The parts of a measure directly below some units. */
    List<Cell> listPartsBelow(Collection<Long> parents, Measure measure, LocalDate month) {
        return sums(
                        NOT_REVISED,
                        " and parent in (:parents) and slot <> '' and slot " + like(Grouping.SLOT)
                                + " group by parent, unit, measure, slot",
                        List.of(measure),
                        month)
                .param("parents", parents)
                .query((row, number) -> cell(row))
                .list();
    }

    private static String like(Grouping grouping) {
        return grouping == Grouping.SLOT ? "not like '%:%'" : "like '" + grouping.prefix() + "%'";
    }

    /** Months are chosen in a way that no planner makes ranges of: each measure at each parent would be one to be weighed. */
    private JdbcClient.StatementSpec sums(String revised, String which, Collection<Measure> measures, LocalDate month) {
        return jdbc.sql("""
            select max(parent) parent, unit, measure, max(slot) one_slot, cast(sum(value) as signed) value, %s revised_at,
                   cast(sum(if(month = :month, value, 0)) as signed) grown
              from tier_sum
             where measure in (:measures) and if(measure in (:states), month <= :month, month = :month)\
            """.formatted(revised) + which)
                .param("measures", measures.stream().map(Measure::code).toList())
                .param("states", states(measures))
                .param("month", month);
    }

    private static List<String> states(Collection<Measure> measures) {
        var states = new ArrayList<>(List.of(""));
        measures.stream()
                .filter(measure -> measure.kind() == Kind.STATE)
                .map(Measure::code)
                .forEach(states::add);
        return states;
    }

    private static Cell cell(ResultSet row) throws SQLException {
        var revised = row.getObject(6, LocalDateTime.class);
        return new Cell(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                revised == null ? null : revised.toInstant(ZoneOffset.UTC),
                row.getLong(7));
    }

    /** What a unit itself has, by measure: the states of a unit that has ended are no more. */
    Map<String, Long> listOwn(long unit, Collection<Measure> measures, String slot, LocalDate month) {
        var own = new HashMap<String, Long>();
        var cut = Cut.of(slot);
        jdbc.sql("""
            select v.measure, cast(sum(v.value) as signed) from unit_value v force index (unit_value_unit)
             where v.unit_id = :unit and v.measure in (:measures)
               and v.from_month <= :month and v.to_month > :month
               and (v.measure not in (:states) or exists (select 1 from unit_place p where p.unit_id = v.unit_id
                                                         and p.from_month <= :month and p.to_month > :month))\
            """ + Cut.HOLDS + " group by v.measure")
                .param("unit", unit)
                .param("measures", measures.stream().map(Measure::code).toList())
                .param("states", states(measures))
                .param("slot", cut.slot())
                .param("kinds", cut.kinds())
                .param("domain", cut.domain())
                .param("month", month)
                .query(row -> {
                    own.put(row.getString(1), row.getLong(2));
                });
        return own;
    }

    /** By how much a unit's figures have changed since the day began. */
    Map<String, Long> listToday(long unit, Collection<Measure> measures, LocalDate day) {
        var changes = new HashMap<String, Long>();
        jdbc.sql("""
            select measure, value from tier_today where unit_id = :unit and measure in (:measures) and day = :day\
            """)
                .param("unit", unit)
                .param("measures", measures.stream().map(Measure::code).toList())
                .param("day", day)
                .query(row -> {
                    changes.put(row.getString(1), row.getLong(2));
                });
        return changes;
    }

    /** How far each service was heard. */
    Map<String, Instant> listHeard() {
        var heard = new HashMap<String, Instant>();
        jdbc.sql("select service, occurred_at from source_heard").query(row -> {
            heard.put(row.getString(1), row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC));
        });
        return heard;
    }
}
