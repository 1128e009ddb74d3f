package cn.dangjian.organization.register.venue;

import cn.dangjian.organization.register.venue.Venue.Verdict;
import cn.dangjian.organization.tree.period.Paths;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Versioned;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What callers see of venues: the last verified report, and whether one waits. */
@Repository
class VenueQueries {

    /** A county stands two or three segments deep. */
    private static final String VENUE = """
        select v.id, v.unit_id, u.name unit_name, v.name, v.version, {path u} path, r.day, r.area, r.address, r.judged_on,
               (select group_concat(f.tag order by f.tag) from venue_flag f where f.report_id = r.id) flags,
               (select group_concat(p.file order by p.file) from venue_photo p where p.report_id = r.id) photos,
               exists (select 1 from venue_report w where w.venue_id = v.id and w.verdict is null) pending,
               (select count(*) from venue_tag t join unit c on c.id = t.county_id
                 where c.path in (left(u.path, 10), left(u.path, 15))
                   and t.since <= :today and (t.until_day is null or t.until_day >= :today)) asked,
               (select count(*) from venue_tag t join unit c on c.id = t.county_id
                 join venue_flag f on f.report_id = r.id and f.tag = t.tag
                 where c.path in (left(u.path, 10), left(u.path, 15))
                   and t.since <= :today and (t.until_day is null or t.until_day >= :today)) met
          from unit u join venue v on v.unit_id = u.id
          left join venue_report r on r.id =
               (select max(x.id) from venue_report x where x.venue_id = v.id and x.verdict = 'VERIFIED')\
        """;

    private final Rows rows;

    VenueQueries(Rows rows) {
        this.rows = rows;
    }

    /**
     * A venue as the township has verified it.
     *
     * @param verifiedOn null, with all that is known of it, until a report was verified
     * @param pending whether a report waits
     * @param standard whether it meets all that the county asks today; null where the county asks nothing
     */
    record VenueView(
            long id,
            UnitId unit,
            String unitName,
            String name,
            @Nullable LocalDate day,
            @Nullable BigDecimal area,
            @Nullable String address,
            @Nullable LocalDate verifiedOn,
            List<String> flags,
            List<String> photos,
            boolean pending,
            @Nullable Boolean standard,
            long version)
            implements Versioned {}

    /** A venue and the place in the list after which the next page begins. */
    record Listed(VenueView venue, String path) {}

    record ReportView(
            long id,
            LocalDate day,
            BigDecimal area,
            String address,
            @Nullable Verdict verdict,
            @Nullable String reason,
            @Nullable LocalDate judgedOn) {}

    /** What the verified venues and projects below one unit come to. */
    record Line(UnitId unit, String name, int venues, BigDecimal area, int built, int repaired, long costFen) {}

    Optional<VenueView> find(long id, LocalDate today, Scope scope) {
        return rows.sql(VENUE + " where v.id = :id and {scope u}")
                .in(scope)
                .with("today", today)
                .with("id", id)
                .find((row, number) -> view(row));
    }

    List<Listed> list(LocalDate today, Slice slice, Scope scope) {
        return rows.sql(VENUE + """
             where {scope u} and ({path u} > :path or {path u} = :path and v.id > :id)
             order by {path u}, v.id limit :rows\
            """)
                .in(scope)
                .inTree(slice)
                .with("today", today)
                .list((row, number) -> new Listed(view(row), row.getString("path")));
    }

    List<ReportView> listReports(long venue, Scope scope) {
        return rows.sql("""
            select r.id, r.day, r.area, r.address, r.verdict, r.reason, r.judged_on
              from venue_report r join venue v on v.id = r.venue_id join unit u on u.id = v.unit_id
             where r.venue_id = :venue and {scope u} order by r.id\
            """).in(scope).with("venue", venue).list(ReportView.class);
    }

    /** Figures by the units directly below one; the unit's own stand under itself. */
    List<Line> listFigures(Unit unit, Scope scope) {
        return rows.sql("""
            select c.id unit, c.name, sum(t.venues) venues, sum(t.area) area, sum(t.built) built,
                   sum(t.repaired) repaired, sum(t.cost) cost_fen
              from (select left({path u}, :width) part, count(r.id) venues, coalesce(sum(r.area), 0) area,
                           0 built, 0 repaired, 0 cost
                      from unit u join venue v on v.unit_id = u.id
                      join venue_report r on r.id =
                           (select max(x.id) from venue_report x where x.venue_id = v.id and x.verdict = 'VERIFIED')
                     where {scope u}
                     group by part
                    union all
                    select left({path u}, :width) part, 0, 0, sum(p.kind = 'BUILD'), sum(p.kind = 'REPAIR'), sum(p.cost_fen)
                      from unit u join venue v on v.unit_id = u.id
                      join venue_project p on p.venue_id = v.id and p.verdict = 'VERIFIED'
                     where {scope u}
                     group by part) t
              join unit c on {path c} = t.part
             group by c.id, c.name, {path c} order by {path c}\
            """)
                .in(scope.below(unit))
                .with("width", Paths.below(scope.path(unit), 0).length())
                .list(Line.class);
    }

    private static VenueView view(ResultSet row) throws SQLException {
        int asked = row.getInt("asked");
        var verifiedOn = row.getObject("judged_on", LocalDate.class);
        return new VenueView(
                row.getLong("id"),
                new UnitId(row.getLong("unit_id")),
                row.getString("unit_name"),
                row.getString("name"),
                row.getObject("day", LocalDate.class),
                row.getBigDecimal("area"),
                row.getString("address"),
                verifiedOn,
                texts(row.getString("flags")),
                texts(row.getString("photos")),
                row.getBoolean("pending"),
                (asked == 0 || verifiedOn == null) ? null : row.getInt("met") == asked,
                row.getLong("version"));
    }

    private static List<String> texts(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split(",", -1));
    }
}
