package cn.dangjian.organization.people.matter;

import cn.dangjian.organization.people.matter.Report.Content;
import cn.dangjian.organization.people.matter.Report.Reading;
import cn.dangjian.organization.people.matter.ReportMatters.ReportRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.seals.Field;
import cn.dangjian.platform.seals.Sealed;
import cn.dangjian.platform.seals.Seals;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code personal_matter_report} and {@code personal_matter_reading}. */
@Repository
class ReportRepository {

    private static final String REPORT = """
        select r.id, r.unit_id, r.post, r.year, r.reported_at
          from personal_matter_report r join unit u on u.id = r.unit_id and {scope u}\
        """;

    private static final String TABLE = "personal_matter_report";

    private final Rows rows;
    private final Seals seals;

    ReportRepository(Rows rows, Seals seals) {
        this.rows = rows;
        this.seals = seals;
    }

    Optional<Report> find(long id, Scope scope) {
        return rows.sql(REPORT + " where r.id = :id").in(scope).with("id", id).find(Report.class);
    }

    /** The newest first; neither who nor what. */
    List<Report> list(Slice slice, Scope scope) {
        return rows.sql(REPORT + " where r.id < :before order by r.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list(Report.class);
    }

    /** What stands there; only after a reading was written down. */
    Content getContent(Report report, Scope scope) {
        return rows.sql("""
            select r.id, r.name, r.content, r.seal_key, r.sealed_name, r.sealed_content
              from personal_matter_report r join unit u on u.id = r.unit_id and {scope u}
             where r.id = :id\
            """)
                .in(scope)
                .with("id", report.id())
                .find((row, number) -> content(row))
                .orElseThrow();
    }

    /** Puts what stands in a report under the current key; nothing of it stays in plain text. */
    void seal(long id, Content content) {
        var name = seals.seal(content.name(), new Field(TABLE, "name", id));
        var text = seals.seal(content.content(), new Field(TABLE, "content", id));
        rows.sql("""
            update personal_matter_report
               set seal_key = :key, sealed_name = :name, sealed_content = :content, name = null, content = null
             where id = :id\
            """)
                .with("key", name.key())
                .with("name", name.bytes())
                .with("content", text.bytes())
                .with("id", id)
                .update();
    }

    private Content content(ResultSet row) throws SQLException {
        String key = row.getString("seal_key");
        if (key == null) return new Content(row.getString("name"), row.getString("content"));
        long id = row.getLong("id");
        return new Content(
                seals.open(new Sealed(key, row.getBytes("sealed_name")), new Field(TABLE, "name", id)),
                seals.open(new Sealed(key, row.getBytes("sealed_content")), new Field(TABLE, "content", id)));
    }

    /** Who has read it, the newest first. */
    List<Reading> listReadings(Report report, Slice slice, Scope scope) {
        return rows.sql("""
            select g.id, g.account, g.post, g.unit_id, g.purpose, g.at from personal_matter_reading g
              join personal_matter_report r on r.id = g.report_id
              join unit u on u.id = r.unit_id and {scope u}
             where g.report_id = :id and g.id < :before order by g.id desc limit :rows\
            """).in(scope).newest(slice).with("id", report.id()).list(Reading.class);
    }

    long insert(UnitId village, ReportRequest report, Desk desk) {
        long id = rows.sql("""
            insert into personal_matter_report (unit_id, post, year, reported_by, reported_at)
            values (:unit, :post, :year, :subject, :at)\
            """)
                .with("unit", village)
                .with("post", report.post())
                .with("year", report.year())
                .by(desk)
                .insert();
        // the place of a value is its row, which has its number only now
        seal(id, new Content(report.name(), report.content()));
        return id;
    }

    /** Writes a reading down. */
    long read(Report report, String purpose, Desk desk) {
        return rows.sql("""
            insert into personal_matter_reading (report_id, account, post, unit_id, purpose, at)
            values (:report, :account, :post, :unit, :purpose, :at)\
            """)
                .with("report", report.id())
                .with(desk.caller())
                .with("purpose", purpose)
                .by(desk)
                .insert();
    }
}
