package cn.dangjian.organization.people.matter;

import cn.dangjian.organization.people.matter.Report.Content;
import cn.dangjian.organization.people.matter.Report.Reading;
import cn.dangjian.organization.people.personal.Field;
import cn.dangjian.organization.people.personal.PersonalData;
import cn.dangjian.organization.people.personal.Sealed;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.web.caller.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code personal_matter_report} and {@code personal_matter_reading}. */
@Repository
class ReportRepository {

    private static final String REPORT = """
        select r.id, r.unit_id, r.post, r.year, r.reported_at
          from personal_matter_report r join unit u on u.id = r.unit_id and u.path between :from and :to\
        """;

    private static final String TABLE = "personal_matter_report";

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    ReportRepository(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    Optional<Report> find(long id, Scope scope) {
        return jdbc.sql(REPORT + " where r.id = :id")
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Report.class)
                .optional();
    }

    /** The newest first; neither who nor what. */
    List<Report> list(long before, int limit, Scope scope) {
        return jdbc.sql(REPORT + " where r.id < :before order by r.id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Report.class)
                .list();
    }

    /** What stands there; only after a reading was written down. */
    Content getContent(Report report, Scope scope) {
        return jdbc.sql("""
            select r.id, r.name, r.content, r.seal_key, r.sealed_name, r.sealed_content
              from personal_matter_report r join unit u on u.id = r.unit_id and u.path between :from and :to
             where r.id = :id\
            """)
                .param("id", report.id())
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> content(row))
                .single();
    }

    /** Reports that are not under the current key, or under none yet; nobody else changes them until commit. */
    @Unscoped("encrypts; nobody sees the rows")
    List<Kept> listUnderOtherKeys(int limit) {
        return jdbc.sql("""
            select r.id, r.name, r.content, r.seal_key, r.sealed_name, r.sealed_content from personal_matter_report r
             where r.seal_key is null or r.seal_key <> :key limit :limit for update skip locked\
            """)
                .param("key", personalData.currentKey())
                .param("limit", limit)
                .query((row, number) -> new Kept(row.getLong("id"), content(row)))
                .list();
    }

    /** A report and what stands in it. */
    record Kept(long id, Content content) {}

    /** Puts what stands in a report under the current key; nothing of it stays in plain text. */
    void seal(long id, Content content) {
        var name = personalData.seal(content.name(), new Field(TABLE, "name", id));
        var text = personalData.seal(content.content(), new Field(TABLE, "content", id));
        jdbc.sql("""
            update personal_matter_report
               set seal_key = :key, sealed_name = :name, sealed_content = :content, name = null, content = null
             where id = :id\
            """)
                .param("key", name.key())
                .param("name", name.bytes())
                .param("content", text.bytes())
                .param("id", id)
                .update();
    }

    private Content content(ResultSet row) throws SQLException {
        String key = row.getString("seal_key");
        if (key == null) return new Content(row.getString("name"), row.getString("content"));
        long id = row.getLong("id");
        return new Content(
                personalData.open(new Sealed(key, row.getBytes("sealed_name")), new Field(TABLE, "name", id)),
                personalData.open(new Sealed(key, row.getBytes("sealed_content")), new Field(TABLE, "content", id)));
    }

    /** Who has read it, the newest first. */
    List<Reading> listReadings(Report report, long before, int limit, Scope scope) {
        return jdbc.sql("""
            select g.id, g.account, g.post, g.unit_id, g.purpose, g.at from personal_matter_reading g
              join personal_matter_report r on r.id = g.report_id
              join unit u on u.id = r.unit_id and u.path between :from and :to
             where g.report_id = :id and g.id < :before order by g.id desc limit :limit\
            """)
                .param("id", report.id())
                .param("before", before)
                .param("limit", limit)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Reading.class)
                .list();
    }

    long insert(UnitId village, String post, int year, Content content, String subject, Instant at) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into personal_matter_report (unit_id, post, year, reported_by, reported_at)
            values (:unit, :post, :year, :subject, :at)\
            """)
                .param("unit", village.value())
                .param("post", post)
                .param("year", year)
                .param("subject", subject)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update(keys, "id");
        long id = Objects.requireNonNull(keys.getKey()).longValue();
        // the place of a value is its row, which has its number only now
        seal(id, content);
        return id;
    }

    /** Writes a reading down. */
    long read(Report report, Caller caller, String purpose, Instant at) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into personal_matter_reading (report_id, account, post, unit_id, purpose, at)
            values (:report, :account, :post, :unit, :purpose, :at)\
            """)
                .param("report", report.id())
                .param("account", caller.account().value())
                .param("post", caller.post())
                .param("unit", caller.unit())
                .param("purpose", purpose)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKey()).longValue();
    }
}
