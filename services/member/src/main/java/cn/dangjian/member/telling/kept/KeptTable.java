package cn.dangjian.member.telling.kept;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.toMap;

import cn.dangjian.member.person.standing.Status;
import cn.dangjian.member.telling.kept.Totals.Place;
import cn.dangjian.member.telling.kept.Totals.Year;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tables {@code count_kept}, {@code count_total} and {@code count_year}. A unit's own is written by whoever holds it as due. */
@Repository
@Unscoped("numbers of all units, nobody sees the rows; or of those that were found in the caller's scope")
class KeptTable {

    private static final int AT_ONCE = 1000;

    private final Rows rows;
    private final JdbcTemplate template;

    KeptTable(Rows rows, JdbcTemplate template) {
        this.rows = rows;
        this.template = template;
    }

    /** What was added of a unit, and at all above this path. */
    record Kept(long unit, String path, Turns turns) {

        static Kept of(ResultSet row, int number) throws SQLException {
            return new Kept(row.getLong("unit"), row.getString("path"), KeptTable.turns(row));
        }
    }

    private record Path(long id, String path) {}

    /** What the periods of these units say, whole. */
    Map<Long, Turns> listTurns(Collection<Long> units) {
        var turns = new HashMap<Long, Turns>();
        if (units.isEmpty()) return turns;
        rows.unscoped("""
            select unit_id, from_on, to_on, status, member_class, lost from standing force index (standing_unit)
             where unit_id in (:units) and status in (:statuses)\
            """).with("units", units).with("statuses", Status.CURRENT).list((row, number) -> {
            turns.computeIfAbsent(row.getLong(1), unit -> new Turns())
                    .add(
                            row.getObject(2, LocalDate.class),
                            row.getObject(3, LocalDate.class),
                            Sort.of(row.getString(4), row.getString(5)),
                            new Heads(1, row.getInt(6)));
            return true;
        });
        return turns;
    }

    Map<Long, Kept> listKept(Collection<Long> units) {
        return rows
                .unscoped(
                        "select unit_id unit, path, uncompress(turns) turns from count_kept where unit_id in (:units)")
                .with("units", units)
                .list(Kept::of)
                .stream()
                .collect(toMap(Kept::unit, kept -> kept));
    }

    /** Where units stand today; those of which this service has not heard are left out. */
    Map<Long, String> listPaths(Collection<Long> units) {
        var paths = listPaths("select id, path from unit where id in (:units)", units);
        var others = units.stream().filter(unit -> !paths.containsKey(unit)).toList();
        // whoever is writing one of these down has looked already whether anybody is there, and may not have seen him
        if (!others.isEmpty())
            paths.putAll(listPaths("select id, path from unit where id in (:units) lock in share mode", others));
        return paths;
    }

    private Map<Long, String> listPaths(String statement, Collection<Long> units) {
        var paths = new HashMap<Long, String>();
        rows.unscoped(statement)
                .with("units", units)
                .list(Path.class)
                .forEach(unit -> paths.put(unit.id(), unit.path()));
        return paths;
    }

    /** Those of these units to which anybody belongs or has belonged. */
    List<Long> listCounted(SortedSet<Long> units) {
        return rows.unscoped("""
            select u.id from unit u where u.id in (:units)
               and (select s.member_id from standing s force index (standing_unit) where s.unit_id = u.id limit 1) is not null\
            """).with("units", units).list(Long.class);
    }

    void save(List<Kept> kept) {
        template.batchUpdate("""
            insert into count_kept (unit_id, path, turns) values (?, ?, compress(?))
            on duplicate key update path = values(path), turns = values(turns)\
            """, kept, AT_ONCE, (statement, one) -> {
            statement.setLong(1, one.unit());
            statement.setString(2, one.path());
            statement.setString(3, one.turns().toString());
        });
    }

    /** Adds to the totals: one write for each row. */
    void add(Map<Place, Heads> changes) {
        template.batchUpdate("""
            insert into count_total (path, span, first_on, status, member_class, people, lost)
            values (?, ?, ?, ?, ?, ?, ?)
            on duplicate key update people = people + values(people), lost = lost + values(lost)\
            """, changes.entrySet(), AT_ONCE, (statement, change) -> {
            var place = change.getKey();
            statement.setString(1, place.path());
            statement.setString(2, place.span().name());
            statement.setObject(3, place.firstOn());
            statement.setString(4, place.sort().status().name());
            statement.setString(5, place.sort().className());
            statement.setInt(6, change.getValue().people());
            statement.setInt(7, change.getValue().lost());
        });
    }

    /** How the numbers of all below these paths turned in the rest of a day's year. */
    Map<String, Map<Sort, Heads>> listAfter(Collection<String> paths, LocalDate day) {
        if (paths.isEmpty()) return Map.of();
        return rows
                .unscoped("""
                    select path, uncompress(turns) turns from count_year force index (primary)
                     where path in (:paths) and year = :year\
                    """)
                .with("paths", paths)
                .with("year", day.getYear())
                .list((row, number) -> Map.entry(row.getString("path"), Turns.after(day, text(row))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Adds to what is kept of years, which nobody else writes until the transaction ends. */
    void addYears(Map<Year, Turns> changes) {
        if (changes.isEmpty()) return;
        // first a row for each, so that whoever comes to be the second to write one waits here
        template.batchUpdate(
                "insert into count_year (path, year, turns) values (?, ?, '')"
                        + " on duplicate key update turns = turns",
                changes.keySet(),
                AT_ONCE,
                (statement, year) -> {
                    statement.setString(1, year.path());
                    statement.setInt(2, year.year());
                });
        var paths = changes.keySet().stream().map(Year::path).distinct().toList();
        var years = changes.keySet().stream().map(Year::year).distinct().toList();
        var kept = rows.unscoped("""
            select path, year, uncompress(turns) turns from count_year force index (primary)
             where path in (:paths) and year in (:years)\
            """)
                .with("paths", paths)
                .with("years", years)
                .list((row, number) -> Map.entry(new Year(row.getString("path"), row.getInt("year")), turns(row)));
        for (var one : kept) {
            var change = changes.get(one.getKey());
            if (change != null) one.getValue().forEach((turn, heads) -> change.add(turn.day(), turn.sort(), heads));
        }
        template.batchUpdate(
                "update count_year set turns = compress(?) where path = ? and year = ?",
                changes.entrySet(),
                AT_ONCE,
                (statement, change) -> {
                    statement.setString(1, change.getValue().toString());
                    statement.setString(2, change.getKey().path());
                    statement.setInt(3, change.getKey().year());
                });
    }

    private static Turns turns(ResultSet row) throws SQLException {
        return Turns.parse(text(row));
    }

    private static String text(ResultSet row) throws SQLException {
        return new String(row.getBytes("turns"), US_ASCII);
    }
}
