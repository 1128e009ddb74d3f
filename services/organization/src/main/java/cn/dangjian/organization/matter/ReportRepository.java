package cn.dangjian.organization.matter;

import cn.dangjian.organization.matter.Report.Content;
import cn.dangjian.organization.matter.Report.Reading;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
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

    private final JdbcClient jdbc;

    ReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
            select r.name, r.content
              from personal_matter_report r join unit u on u.id = r.unit_id and u.path between :from and :to
             where r.id = :id\
            """)
                .param("id", report.id())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Content.class)
                .single();
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
            insert into personal_matter_report (unit_id, post, year, name, content, reported_by, reported_at)
            values (:unit, :post, :year, :name, :content, :subject, :at)\
            """)
                .param("unit", village.value())
                .param("post", post)
                .param("year", year)
                .param("name", content.name())
                .param("content", content.content())
                .param("subject", subject)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKey()).longValue();
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
