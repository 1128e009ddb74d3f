package cn.dangjian.member.telling.work;

import static java.util.stream.Collectors.toMap;

import cn.dangjian.member.telling.work.UnitWork.Development;
import cn.dangjian.member.telling.work.UnitWork.Floating;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Repository;

/** Reads cases for what is told of units; of many at once. */
@Repository
@Unscoped("tells other services; nobody sees the rows")
class WorkQueries {

    private final Rows rows;

    WorkQueries(Rows rows) {
        this.rows = rows;
    }

    private record Stage(long unit, String state, int people, int overdue) {}

    private record Out(long unit, int people, int contacted, int overdue, int unknown) {}

    private record In(long unit, int people) {}

    /** Units to which anybody belongs or has belonged, or which take part in a case. */
    List<Long> listAfter(long unit, int most) {
        return rows.unscoped("""
            (select distinct unit_id id from standing force index (standing_unit)
              where unit_id > :unit order by id limit :most)
            union (select distinct unit_id id from case_file where unit_id > :unit order by id limit :most)
            union (select distinct other_unit_id id from case_file where other_unit_id > :unit order by id limit :most)
            order by id limit :most\
            """).with("unit", unit).with("most", most).list(Long.class);
    }

    Map<Long, Development> developments(Collection<Long> units, LocalDate today) {
        var found = new HashMap<Long, Development>();
        rows.unscoped("""
            select f.unit_id unit, f.state, count(*) people, sum(f.due_on < :today) overdue
              from case_file f force index (case_file_unit)
             where f.unit_id in (:units) and f.kind = 'developments' and f.closed_at is null
             group by f.unit_id, f.state\
            """)
                .with("units", units)
                .with("today", today)
                .list(Stage.class)
                .forEach(stage -> found.merge(
                        stage.unit(),
                        new Development(new TreeMap<>(Map.of(stage.state(), stage.people())), stage.overdue()),
                        WorkQueries::sum));
        return found;
    }

    private static Development sum(Development one, Development other) {
        var stages = new TreeMap<>(one.stages());
        stages.putAll(other.stages());
        return new Development(stages, one.overdue() + other.overdue());
    }

    Map<Long, Floating> floatings(Collection<Long> units, LocalDate today) {
        var found = new HashMap<Long, Floating>();
        for (var out : out(units, today))
            found.put(out.unit(), new Floating(out.people(), 0, out.contacted(), out.overdue(), out.unknown()));
        in(units)
                .forEach((unit, people) -> found.compute(
                        unit, (id, floating) -> (floating == null ? Floating.NONE : floating).withIn(people)));
        return found;
    }

    private List<Out> out(Collection<Long> units, LocalDate today) {
        return rows.unscoped("""
            select f.unit_id unit, count(*) people, sum(f.due_on >= :today) contacted, sum(f.due_on < :today) overdue,
                   sum(s.sealed_contact is null) unknown
              from case_file f force index (case_file_unit) straight_join floating s on s.id = f.id
             where f.unit_id in (:units) and f.kind = 'floatings' and f.closed_at is null group by f.unit_id\
            """).with("units", units).with("today", today).list(Out.class);
    }

    private Map<Long, Integer> in(Collection<Long> units) {
        return rows.unscoped("""
            select f.other_unit_id unit, count(*) people from case_file f force index (case_file_other)
             where f.other_unit_id in (:units) and f.kind = 'floatings' and f.closed_at is null
             group by f.other_unit_id\
            """).with("units", units).list(In.class).stream().collect(toMap(In::unit, In::people));
    }

    /** Units of whose cases something has become overdue from one day on and before another one. */
    List<Long> overdue(LocalDate from, LocalDate before) {
        return rows.unscoped("""
            select distinct unit_id from case_file force index (case_file_open)
             where closed_at is null and due_on >= :from and due_on < :before
               and kind in ('developments', 'floatings')\
            """).with("from", from).with("before", before).list(Long.class);
    }
}
