package cn.dangjian.member.telling.work;

import static java.util.stream.Collectors.joining;

import cn.dangjian.member.person.quality.Fact;
import cn.dangjian.member.person.quality.UnitQuality;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tables {@code work_files} and {@code work_day}. */
@Repository
class WorkTable {

    private static final int AT_ONCE = 1000;

    private static final List<Fact> FACTS = List.of(Fact.values());

    private static final String SAVE = "insert into work_files (unit_id, people, whole, asked, "
            + FACTS.stream().map(WorkTable::column).collect(joining(", ")) + ") values (?, ?, ?, ?"
            + ", ?".repeat(FACTS.size()) + ") on duplicate key update "
            + FACTS.stream()
                    .map(WorkTable::column)
                    .map(column -> column + " = values(" + column + ")")
                    .collect(joining(
                            ", ", "people = values(people), whole = values(whole), asked = values(asked), ", ""));

    private static final String SUMS = FACTS.stream()
            .map(WorkTable::column)
            .map(column -> "sum(w." + column + ") " + column)
            .collect(joining(", "));

    private final Rows rows;
    private final JdbcTemplate template;

    WorkTable(Rows rows, JdbcTemplate template) {
        this.rows = rows;
        this.template = template;
    }

    /** What is kept below a path, all in all; the unit of the quality is 0. */
    record Sum(String path, UnitQuality quality) {}

    /** A unit of which it is not kept how whole its files are. */
    record Changed(long id, String path) {}

    /** A child of a unit. */
    record Child(UnitId id, String name, String path) {}

    private static String column(Fact fact) {
        return "missing_" + fact.name().toLowerCase(Locale.ROOT);
    }

    void save(Collection<UnitQuality> units) {
        template.batchUpdate(SAVE, units, AT_ONCE, (statement, unit) -> {
            statement.setLong(1, unit.unit());
            statement.setInt(2, unit.people());
            statement.setInt(3, unit.whole());
            statement.setInt(4, unit.asked());
            for (int i = 0; i < FACTS.size(); i++)
                statement.setInt(5 + i, unit.missing().getOrDefault(FACTS.get(i), 0));
        });
    }

    /** What is kept, by child of a unit, or of the unit itself; without units that have changed since. */
    List<Sum> sums(Unit unit, Scope scope) {
        return rows.sql("select substring({path u}, 1, :depth) path, sum(w.people) people, sum(w.whole) whole,"
                        + " sum(w.asked) asked, " + SUMS + """
                         from unit u straight_join work_files w on w.unit_id = u.id
                         left join due d on d.kind = 'work' and d.id = u.id and d.changed
                         where {scope u} and d.id is null group by substring({path u}, 1, :depth)\
                        """)
                .in(scope)
                .with("depth", scope.path(unit).length() + Unit.SEGMENT)
                .list((row, number) -> new Sum(row.getString("path"), quality(row)));
    }

    /** Units that have changed since. */
    List<Changed> changed(Scope scope) {
        return rows.sql("""
            select u.id, {path u} path from due d straight_join unit u on u.id = d.id
             where d.kind = 'work' and d.changed and {scope u}\
            """).in(scope).list(Changed.class);
    }

    /** The unit and its children, in the order of the tree. */
    List<Child> children(Unit unit, Scope scope) {
        return rows.sql("""
            select u.id, u.name, {path u} path from unit u
             where {scope u} and (u.parent_id = :unit or u.id = :unit) order by {path u}\
            """).in(scope).with("unit", unit.id()).list(Child.class);
    }

    private static UnitQuality quality(ResultSet row) throws SQLException {
        var missing = new EnumMap<Fact, Integer>(Fact.class);
        for (var fact : FACTS) {
            int files = row.getInt(column(fact));
            if (files > 0) missing.put(fact, files);
        }
        return new UnitQuality(0, row.getInt("people"), row.getInt("whole"), row.getInt("asked"), missing);
    }

    /** The last day up to which it was told what has become overdue. */
    @Unscoped("how far a job has come")
    Optional<LocalDate> findDay() {
        return rows.unscoped("select day from work_day order by day desc limit 1")
                .find(LocalDate.class);
    }

    /** Whether it was not told before. */
    boolean begin(LocalDate day) {
        return rows.sql("insert ignore into work_day (day) values (:day)")
                        .with("day", day)
                        .update()
                == 1;
    }
}
