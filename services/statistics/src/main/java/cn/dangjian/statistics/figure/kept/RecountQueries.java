package cn.dangjian.statistics.figure.kept;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.statistics.figure.catalogue.Grouping;
import cn.dangjian.statistics.figure.catalogue.Kind;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.kept.Recount.Wrong;
import cn.dangjian.statistics.place.TreePath;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up anew what is kept as sums, from what units have and where they stand. */
@Repository
@Unscoped("recounts everything, for the administrator")
class RecountQueries {

    private static final String LEVELS =
            "(with recursive l (k) as (select 1 union all select k + 1 from l where k < 12) select k from l) l";

    // a whole counts as itself, by kind and by domain of its unit
    private static final String SLOTS = """
        join (select 0 g union all select 1 union all select 2) g on g.g = 0 or (v.slot = '' and p.kind <> '')\
        """;
    private static final String SLOT =
            "case g.g when 0 then v.slot when 1 then concat('kind:', p.kind) else concat('domain:', p.domain) end";

    private final JdbcClient jdbc;

    RecountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is to be added to the sums of {@code :measure}. */
    static String differences(Measure measure) {
        return """
            select path, slot, month, cast(sum(value) as signed) value from (%s union all
              select path, slot, month, -value from tier_value where measure = :measure) d
             group by path, slot, month having sum(value) <> 0\
            """.formatted(own(
                measure, "left(p.path, k * :segment)", "join " + LEVELS + " on k * :segment <= length(p.path)"));
    }

    /** By which each total is more than its parts: the children and what the unit itself has. */
    private static String excess(Measure measure) {
        return """
            select path, slot, month, cast(sum(value) as signed) value from (
              select path, slot, month, value from tier_value where measure = :measure union all
              select parent, slot, month, -value from tier_value where measure = :measure and parent <> '' union all
              select path, slot, month, -value from (%s) own) d
             group by path, slot, month having sum(value) <> 0\
            """.formatted(own(measure, "p.path", ""));
    }

    /** The values of units where they stand: a state comes with a month and goes with another one. */
    private static String own(Measure measure, String path, String levels) {
        String more = levels + " " + SLOTS;
        if (measure.kind() == Kind.FLOW) return """
            select %s path, %s slot, v.from_month month, v.value
              from unit_value v join unit_place p on p.unit_id = v.unit_id and p.from_month <= v.from_month
               and (p.to_month > v.from_month or p.last_one = 1) %s
             where v.measure = :measure\
            """.formatted(path, SLOT, more);
        return """
            select %1$s path, %3$s slot, greatest(v.from_month, p.from_month) month, v.value
              from unit_value v join unit_place p on p.unit_id = v.unit_id
               and p.from_month < v.to_month and p.to_month > v.from_month %2$s
             where v.measure = :measure
            union all
            select %1$s path, %3$s slot, least(v.to_month, p.to_month) month, -v.value
              from unit_value v join unit_place p on p.unit_id = v.unit_id
               and p.from_month < v.to_month and p.to_month > v.from_month %2$s
             where v.measure = :measure and least(v.to_month, p.to_month) < :forever\
            """.formatted(path, more, SLOT);
    }

    /** Sums that differ from a recount. */
    List<Wrong> listDifferences(Measure measure, int most) {
        return list(differences(measure), measure, most);
    }

    /** Totals that differ from their parts. */
    List<Wrong> listExcess(Measure measure, int most) {
        return list(excess(measure), measure, most);
    }

    /** Wholes that differ from the sum of what they can be taken apart in. */
    List<Wrong> listUneven(Measure measure, int most) {
        return list(
                measure.groupings().stream()
                        .filter(Grouping::isKept)
                        .map(RecountQueries::uneven)
                        .collect(Collectors.joining(" union all ")),
                measure,
                most);
    }

    private static String uneven(Grouping grouping) {
        return """
            select path, '%s' slot, month, cast(sum(if(slot = '', value, -value)) as signed) value
              from tier_value where measure = :measure and (slot = '' or slot %s)
             group by path, month having sum(if(slot = '', value, -value)) <> 0\
            """.formatted(
                grouping.prefix(), grouping == Grouping.SLOT ? "not like '%:%'" : "like '" + grouping.prefix() + "%'");
    }

    private List<Wrong> list(String wrong, Measure measure, int most) {
        return jdbc.sql("select path, slot, month, value from (%s) w order by path, slot, month limit :most"
                        .formatted(wrong))
                .param("measure", measure.code())
                .param("segment", TreePath.SEGMENT)
                .param("forever", Months.FOREVER)
                .param("most", most)
                .query((row, number) -> new Wrong(
                        row.getString(1), row.getString(2), row.getObject(3, LocalDate.class), row.getLong(4)))
                .list();
    }

    long countDifferences(Measure measure) {
        return jdbc.sql("select count(*) from (%s) w".formatted(differences(measure)))
                .param("measure", measure.code())
                .param("segment", TreePath.SEGMENT)
                .param("forever", Months.FOREVER)
                .query(Long.class)
                .single();
    }

    /** How many units have values and are not known yet, so that these are in no sum. */
    long countUnplaced() {
        return jdbc.sql("""
            select count(distinct v.unit_id) from unit_value v left join unit_place p on p.unit_id = v.unit_id
             where p.unit_id is null\
            """).query(Long.class).single();
    }
}
