package cn.dangjian.member.person.search;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.number.Sex;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.directory.rows.Statement;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads {@code member} and {@code standing} for lists; who is in several units' order is read unit by unit. */
@Repository
class SearchQueries {

    private static final String SHOWN = """
        select m.id, m.name, m.name_key, m.initials, m.sex, m.birth_on, s.status, s.member_class, s.lost, u.id unit, u.name unit_name,
               {path u} path\
        """;

    private static final String FILTERED = """
         and s.to_on = '9999-12-31' and s.status in (:statuses)
         and (:memberClass is null or s.member_class = :memberClass) and (:lost is null or s.lost = :lost)\
        """;

    /** So many units are looked at first for the next people, then twice as many each time. */
    private static final int UNITS = 8;

    private static final int MOST_UNITS = 64;

    /** Up to so many units it is less to look at all of their people than at all of the province whose name begins so. */
    private static final int FEW_UNITS = 500;

    /** Where a search by name begins. */
    enum Start {
        /** With all of the province whose name begins so. */
        NAMES(" from member m join standing s force index (primary, standing_unit) on s.member_id = m.id" + FILTERED
                + " join unit u on u.id = s.unit_id and {scope u} where "),
        /** With all people of the units. */
        UNITS(" from unit u straight_join standing s force index (standing_unit) on s.unit_id = u.id" + FILTERED
                + " straight_join member m on m.id = s.member_id where {scope u} and ");

        private final String from;

        Start(String from) {
            this.from = from;
        }
    }

    private final Rows rows;

    SearchQueries(Rows rows) {
        this.rows = rows;
    }

    /** Somebody in a list; neither number nor phone. */
    record Found(
            long id,
            String name,
            @JsonIgnore String nameKey,
            @JsonIgnore String initials,
            Sex sex,
            LocalDate birthOn,
            Status status,
            @Nullable MemberClass memberClass,
            boolean lost,
            UnitId unit,
            String unitName,
            @JsonIgnore String path) {

        /** By hand: by reflection a page costs more than it takes to find. */
        static Found of(ResultSet row, int number) throws SQLException {
            var memberClass = row.getString("member_class");
            return new Found(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("name_key"),
                    row.getString("initials"),
                    Sex.valueOf(row.getString("sex")),
                    row.getObject("birth_on", LocalDate.class),
                    Status.valueOf(row.getString("status")),
                    memberClass == null ? null : MemberClass.valueOf(memberClass),
                    row.getBoolean("lost"),
                    new UnitId(row.getLong("unit")),
                    row.getString("unit_name"),
                    row.getString("path"));
        }
    }

    /** A place in a list in the order of the tree, inside a unit in that of the names. */
    record Place(String path, String nameKey, long id) {

        static final Place START = new Place("", "", 0);
    }

    private record Row(long id, String path) {}

    /** The next people after a place, in the order of the tree and of the names. */
    List<Found> next(Filter filter, Place after, int most, Scope scope) {
        var found = new ArrayList<Found>();
        int many = UNITS;
        var units = unitsFrom(filter, after.path(), true, many, scope);
        var place = after;
        while (!units.isEmpty() && found.size() < most) {
            found.addAll(people(filter, units, place, most - found.size(), scope));
            if (units.size() < many) break;
            many = Math.min(2 * many, MOST_UNITS);
            units = unitsFrom(filter, units.getLast().path(), false, many, scope);
            place = Place.START;
        }
        return found;
    }

    /** Whose name begins so, or its initials, in the order of the names. */
    List<Found> named(String name, Filter filter, Named after, int most, Scope scope) {
        return named(isNarrow(scope) ? Start.UNITS : Start.NAMES, name, filter, after, most, scope);
    }

    List<Found> named(Start start, String name, Filter filter, Named after, int most, Scope scope) {
        boolean latin = name.chars().allMatch(c -> c < 128);
        String column = latin ? "m.initials" : "m.name";
        return filtered(
                        rows.sql(SHOWN + start.from + """
                            m.NAME like :prefix and (m.NAME > :name or (m.NAME = :name and m.id > :id))
                            order by m.NAME, m.id limit :most\
                            """.replace("m.NAME", column))
                                .in(scope)
                                .with("prefix", literal(latin ? name.toLowerCase(Locale.ROOT) : name) + "%")
                                .with(after)
                                .with("most", most),
                        filter)
                .list(Found::of);
    }

    private boolean isNarrow(Scope scope) {
        return !rows.sql("select u.id from unit u where {scope u} limit 1 offset :few")
                .in(scope)
                .with("few", FEW_UNITS)
                .exists();
    }

    /** So that no part of a name stands for any text: from its first letter on, the index would be of no use. */
    private static String literal(String name) {
        return name.replaceAll("([\\\\%_])", "\\\\$1");
    }

    /** Whose number it is. */
    List<Found> numbered(String index, Scope scope) {
        return rows.sql(SHOWN + """
             from member m join standing s on s.member_id = m.id and s.to_on = '9999-12-31'
             join unit u on u.id = s.unit_id and {scope u} where m.number_index = :index order by m.id\
            """).in(scope).with("index", index).list(Found::of);
    }

    /** A place in a list in the order of the names. */
    record Named(String name, long id) {}

    private List<Row> unitsFrom(Filter filter, String path, boolean included, int many, Scope scope) {
        return filtered(
                        rows.sql("select u.id, {path u} path from unit u where {scope u} and {path u} "
                                        + (included ? ">=" : ">")
                                        + " :path and (select s.member_id from standing s force index (standing_unit)"
                                        + " where s.unit_id = u.id"
                                        + FILTERED + " limit 1) is not null order by {path u} limit :units")
                                .in(scope)
                                .with("path", path)
                                .with("units", many),
                        filter)
                .list((row, number) -> new Row(row.getLong("id"), row.getString("path")));
    }

    private List<Found> people(Filter filter, List<Row> units, Place after, int most, Scope scope) {
        if (units.isEmpty()) return List.of();
        return filtered(
                        rows.sql(SHOWN + " from unit u straight_join standing s force index (standing_unit)"
                                        + " on s.unit_id = u.id" + FILTERED + """
                                         join member m on m.id = s.member_id
                                         where {scope u} and u.id in (:units)
                                           and ({path u} > :path or m.name_key > :nameKey or (m.name_key = :nameKey and m.id > :id))
                                         order by {path u}, m.name_key, m.id limit :most\
                                        """)
                                .in(scope)
                                .with("units", units.stream().map(Row::id).toList())
                                .with(after)
                                .with("most", most),
                        filter)
                .list(Found::of);
    }

    private static Statement filtered(Statement statement, Filter filter) {
        return statement
                .with("statuses", filter.status() == null ? Status.CURRENT : List.of(filter.status()))
                .with("memberClass", filter.memberClass())
                .with("lost", filter.lost());
    }
}
