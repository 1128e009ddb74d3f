package cn.dangjian.member.sheets.exports;

import cn.dangjian.member.person.number.Sex;
import cn.dangjian.member.person.privacy.SealedSecrets;
import cn.dangjian.member.person.privacy.Secrets;
import cn.dangjian.member.person.privacy.Vault;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.directory.rows.Statement;
import cn.dangjian.platform.files.export.Export;
import cn.dangjian.platform.files.export.Export.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Pages of those whose file a unit keeps open today: first what is left of a unit of which only a part was read, then as many
 * whole units as fill a page. A unit of ten thousand is read once, and so are hundreds with a few.
 */
@Repository
class RollQueries {

    private static final int ROWS = Export.ROWS;
    /** Units looked at for one page. */
    private static final int UNITS = 200;

    private static final String OPEN = " s.unit_id = u.id and s.to_on = '9999-12-31' and s.status in (:statuses)";

    private static final String SHOWN = """
        select {path u} path, u.id unit, u.code unit_code, u.name unit_name, m.id, m.name, m.sex, m.birth_on, m.ethnicity,
               m.education, m.occupation, m.seal_key, m.sealed_number, m.sealed_phone, m.sealed_address, s.status,
               s.member_class, s.from_on
          from unit u straight_join standing s force index (standing_unit) on\
        """ + OPEN + """
          straight_join member m on m.id = s.member_id
         where {scope u}\
        """;

    private final Rows rows;
    private final Vault vault;

    RollQueries(Rows rows, Vault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    /** Somebody on a roll. */
    record Person(
            String path,
            long unit,
            String unitCode,
            String unitName,
            long id,
            String name,
            Sex sex,
            String birthOn,
            @Nullable String ethnicity,
            @Nullable String education,
            @Nullable String occupation,
            Status status,
            @Nullable String memberClass,
            String since,
            Secrets secrets) {

        /** Never in a log. */
        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    private record Unit(long id, int people) {}

    List<Person> list(Line after, Scope scope) {
        var page = new ArrayList<>(left(after, scope));
        if (page.size() == ROWS) return page;
        String path = after.path();
        var units = next(path, scope);
        if (!units.isEmpty()) page.addAll(of(fitting(units), scope));
        return page;
    }

    private List<Person> left(Line after, Scope scope) {
        if (after.unit() == 0) return List.of();
        return people(
                rows.sql(SHOWN + " and u.id = :unit and m.id > :id order by m.id limit :rows")
                        .with("unit", after.unit())
                        .with("id", after.id()),
                scope);
    }

    /** Those of some persons who are on a roll of the scope today. */
    List<Person> listOf(Collection<Long> members, Scope scope) {
        if (members.isEmpty()) return List.of();
        return rows.sql("""
            select {path u} path, u.id unit, u.code unit_code, u.name unit_name, m.id, m.name, m.sex, m.birth_on,
                   m.ethnicity, m.education, m.occupation, m.seal_key, m.sealed_number, m.sealed_phone, m.sealed_address,
                   s.status, s.member_class, s.from_on
              from member m
              straight_join standing s on s.member_id = m.id and s.to_on = '9999-12-31' and s.status in (:statuses)
              straight_join unit u on u.id = s.unit_id
             where m.id in (:members) and {scope u}\
            """)
                .in(scope)
                .with("members", members)
                .with("statuses", Status.CURRENT)
                .list(this::person);
    }

    private List<Unit> next(String path, Scope scope) {
        return rows.sql("select u.id, (select count(*) from standing s where" + OPEN + ") people from unit u"
                        + " where {scope u} and {path u} > :path"
                        + " and (select s.member_id from standing s where" + OPEN + " limit 1) is not null"
                        + " order by {path u} limit :units")
                .in(scope)
                .with("path", path)
                .with("statuses", Status.CURRENT)
                .with("units", UNITS)
                .list((row, number) -> new Unit(row.getLong(1), row.getInt(2)));
    }

    /** The first unit, however large, and those behind it that still have room in the page. */
    private static List<Long> fitting(List<Unit> units) {
        var fitting = new ArrayList<Long>();
        int people = 0;
        for (var unit : units) {
            people += unit.people();
            if (people > ROWS && !fitting.isEmpty()) break;
            fitting.add(unit.id());
        }
        return fitting;
    }

    private List<Person> of(List<Long> units, Scope scope) {
        return people(
                rows.sql(SHOWN + " and u.id in (:units) order by {path u}, m.id limit :rows")
                        .with("units", units),
                scope);
    }

    private List<Person> people(Statement statement, Scope scope) {
        return statement
                .in(scope)
                .with("statuses", Status.CURRENT)
                .with("rows", ROWS)
                .list(this::person);
    }

    /** By hand: a province has millions. */
    private Person person(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        var sealed = new SealedSecrets(
                row.getString("seal_key"),
                row.getBytes("sealed_number"),
                row.getBytes("sealed_phone"),
                row.getBytes("sealed_address"));
        return new Person(
                row.getString("path"),
                row.getLong("unit"),
                row.getString("unit_code"),
                row.getString("unit_name"),
                id,
                row.getString("name"),
                Sex.valueOf(row.getString("sex")),
                row.getString("birth_on"),
                row.getString("ethnicity"),
                row.getString("education"),
                row.getString("occupation"),
                Status.valueOf(row.getString("status")),
                row.getString("member_class"),
                row.getString("from_on"),
                vault.open(id, sealed));
    }
}
