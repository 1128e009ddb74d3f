package cn.dangjian.organization.files.export;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.files.export.Export;
import cn.dangjian.platform.files.export.Export.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Pages of the register: first what is left of a place of which only a part was read, by the key that
 * {@code register_state_order} has in its order, then as many whole places as fill a page. A place with ten thousands of
 * rows is read once, and so are a thousand places with a few.
 */
@Repository
class RegisterPageQueries {

    private static final int ROWS = Export.ROWS;
    /** Places looked at for one page; each has a row at least. */
    private static final int PLACES = 200;

    private static final String OPEN = " s.place_id = u.id and s.valid_from <= :day and s.valid_to > :day";

    private static final String SHOWN = """
        select u.path, u.id unit_id, r.id, r.credit_code, s.name, s.type, s.employees, s.members, s.valid_from,
               u.code place_code, u.name place_name, if(p.id is null, null, l.founding) founding,
               if(p.id is null, null, l.valid_from) covered_since,
               p.code party_code, p.name party_name
          from unit u
          join register_state s force index (register_state_order)
                                on s.place_id = u.id and s.valid_from <= :day and s.valid_to > :day
          join register_unit r on r.id = s.register_id
          left join register_link l on l.register_id = r.id and l.role = 'COVER'
                and l.valid_from <= :day and l.valid_to > :day
          left join unit p on p.id = l.party_unit_id and (p.valid_to is null or p.valid_to > :day)
         where u.path between :from and :to\
        """;

    private final JdbcClient jdbc;

    RegisterPageQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place and how many rows it has. */
    private record Place(long id, int rows) {}

    List<Line> list(LocalDate day, Line after, Scope scope) {
        var left = left(day, after, scope);
        if (left.size() == ROWS) return left;
        var places = fitting(next(day, after, scope));
        if (places.isEmpty()) return left;
        var page = new ArrayList<>(left);
        page.addAll(of(places, day, scope));
        return page;
    }

    private List<Line> left(LocalDate day, Line after, Scope scope) {
        return jdbc.sql(SHOWN + " and u.id = :place and s.register_id > :id order by s.register_id limit :limit")
                .param("day", day)
                .param("place", after.unit())
                .param("id", after.id())
                .param("from", scope.from())
                .param("to", scope.to())
                .param("limit", ROWS)
                .query(RegisterPageQueries::line)
                .list();
    }

    /** Not by {@code exists}, which is turned into a join that reads the whole register before it sorts. */
    private List<Place> next(LocalDate day, Line after, Scope scope) {
        return jdbc.sql("select u.id, (select count(*) from register_state s where" + OPEN + ") from unit u"
                        + " where u.path between :from and :to and u.path > :path"
                        + " and (select s.register_id from register_state s where" + OPEN + " limit 1) is not null"
                        + " order by u.path limit :limit")
                .param("day", day)
                .param("path", after.path())
                .param("from", scope.from())
                .param("to", scope.to())
                .param("limit", PLACES)
                .query((row, number) -> new Place(row.getLong(1), row.getInt(2)))
                .list();
    }

    /** The first place, however large, and those behind it that still have room in the page. */
    private static List<Long> fitting(List<Place> places) {
        var fitting = new ArrayList<Long>();
        int rows = 0;
        for (var place : places) {
            rows += place.rows();
            if (rows > ROWS && !fitting.isEmpty()) break;
            fitting.add(place.id());
        }
        return fitting;
    }

    private List<Line> of(List<Long> places, LocalDate day, Scope scope) {
        return jdbc.sql(SHOWN + " and u.id in (:places) order by u.path, s.register_id limit :limit")
                .param("day", day)
                .param("places", places)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("limit", ROWS)
                .query(RegisterPageQueries::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return ExportQueries.line(
                row,
                row.getString("name"),
                row.getString("credit_code"),
                row.getString("type"),
                row.getString("employees"),
                row.getString("members"),
                row.getString("place_code"),
                row.getString("valid_from"),
                row.getString("place_name"),
                row.getString("party_code"),
                row.getString("party_name"),
                row.getString("founding"),
                row.getString("covered_since"));
    }
}
