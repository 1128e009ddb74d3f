package cn.dangjian.statistics.figure.sheet;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.statistics.figure.catalogue.Grouping;
import cn.dangjian.statistics.figure.catalogue.Kind;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.place.TreePath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Reads what units had in a month that stand somewhere else today: they are few beside the others. */
@Repository
class MovedQueries {

    /**
     * Rows with {@code unit_id}, {@code month}, {@code then_path}, {@code now_path} and {@code lives} of whoever stood somewhere
     * else, of all months from one to another one.
     */
    private static final String MOVED = """
        with recursive asked (month) as (
            select cast(:first as date)
            union all
            select month + interval 1 month from asked where month < :last),
        heir (unit, heir) as (
            select p.unit, p.heir from unit_past p where p.heir_from <= :today
            union
            select h.unit, p.heir from heir h join unit_past p on p.unit = h.heir and p.heir_from <= :today),
        last_heir (unit, heir) as (
            select h.unit, h.heir from heir h
             where not exists (select 1 from unit_past p where p.unit = h.heir and p.heir_from <= :today)),
        candidate (unit_id) as (
            select unit_id from unit_place where last_one = 0 and to_month > :first
            union
            select unit from last_heir),
        moved (unit_id, month, kind, domain, then_path, now_path, lives) as (
            select t.unit_id, a.month, t.kind, t.domain, t.path, coalesce(hl.path, l.path), t.to_month > a.month
              from candidate c
              join asked a
              join unit_place t on t.unit_id = c.unit_id and t.from_month <= a.month and (t.to_month > a.month or t.last_one = 1)
              join unit_place l on l.unit_id = c.unit_id and l.last_one = 1
              left join last_heir h on h.unit = c.unit_id
              left join unit_place hl on hl.unit_id = h.heir and hl.last_one = 1)\
        """;

    private static final String BETWEEN = """
          from moved m join unit_value v force index (unit_value_unit) on v.unit_id = m.unit_id
           and v.measure in (:measures) and v.from_month <= m.month and v.to_month > m.month
           and (m.lives = 1 or v.measure not in (:states))
         where m.then_path <> m.now_path
           and (m.then_path like concat('%', :segment, '%') or m.now_path like concat('%', :segment, '%'))\
        """;

    private final Rows rows;

    MovedQueries(Rows rows) {
        this.rows = rows;
    }

    /** Of one part of some measures, or of their wholes: from a month until the one that was asked for. */
    @Unscoped("whose figures they are was found within the caller's scope before; nothing but sums are shown of them")
    List<Moved> list(Collection<Measure> measures, LocalDate first, Asked asked, LocalDate today) {
        return rows.unscoped(
                        MOVED + """
                             select m.month, m.then_path `then`, m.now_path `now`, v.measure, :part slot, cast(sum(v.value) as signed) value\
                            """ + BETWEEN + Cut.HOLDS + " group by m.month, m.then_path, m.now_path, v.measure")
                .with(Cut.of(asked.slot()))
                .with("part", asked.slot())
                .with("today", today)
                .with("segment", segment(asked))
                .with("first", first)
                .with("last", asked.month())
                .with("measures", measures.stream().map(Measure::code).toList())
                .with("states", states(measures))
                .list(Moved.class);
    }

    /** Of all parts of a measure. */
    @Unscoped("whose figures they are was found within the caller's scope before; nothing but sums are shown of them")
    List<Moved> listParts(Asked asked, Measure measure, Grouping grouping, LocalDate today) {
        String part =
                switch (grouping) {
                    case SLOT -> "v.slot";
                    case KIND -> "concat('kind:', m.kind)";
                    case DOMAIN -> "concat('domain:', m.domain)";
                    case SECTOR -> throw new IllegalArgumentException("Its parts are those of kinds");
                };
        return rows.unscoped(MOVED + """
             select m.month, m.then_path `then`, m.now_path `now`, v.measure, %1$s slot, cast(sum(v.value) as signed) value%2$s
               and v.slot %3$s '' group by m.month, m.then_path, m.now_path, v.measure, %1$s\
            """.formatted(part, BETWEEN, grouping == Grouping.SLOT ? "<>" : "="))
                .with("segment", segment(asked))
                .with("first", asked.month())
                .with("last", asked.month())
                .with("today", today)
                .with("measures", List.of(measure.code()))
                .with("states", states(List.of(measure)))
                .list(Moved.class);
    }

    /** Looked for anywhere in a path: more may be found than what stands below the unit, and it makes no difference. */
    private static String segment(Asked asked) {
        return TreePath.segment(asked.unit().id().value());
    }

    private static List<String> states(Collection<Measure> measures) {
        var states = new ArrayList<>(List.of(""));
        measures.stream()
                .filter(measure -> measure.kind() == Kind.STATE)
                .map(Measure::code)
                .forEach(states::add);
        return states;
    }
}
