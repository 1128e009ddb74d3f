package cn.dangjian.organization.register.coverage;

import cn.dangjian.platform.directory.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code coverage_target}: rows are added, never changed. */
@Repository
class TargetRepository {

    private final JdbcClient jdbc;

    TargetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which rate of coverage is to be reached in a year.
     *
     * @param path of the unit that set it for its subtree
     * @param percent from 0 to 100
     */
    record Target(long id, String path, int year, String type, BigDecimal percent, String document) {

        boolean holdsFor(String below, String otherType) {
            return type.equals(otherType) && below.startsWith(path);
        }
    }

    /** What was set for a year above a scope or in it. */
    List<Target> list(int year, Scope scope) {
        return jdbc.sql("""
            select t.id, u.path, t.year, t.type, t.percent, t.document
              from coverage_target t join unit u on u.id = t.unit_id
             where t.year = :year and (u.path between :from and :to or :from like concat(u.path, '%')) order by t.id\
            """)
                .param("year", year)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Target.class)
                .list();
    }

    void insert(long unit, int year, String type, BigDecimal percent, String document, Said said) {
        jdbc.sql("""
            insert into coverage_target (unit_id, year, type, percent, document, subject, at)
            values (:unit, :year, :type, :percent, :document, :subject, :at)\
            """)
                .param("unit", unit)
                .param("year", year)
                .param("type", type)
                .param("percent", percent)
                .param("document", document)
                .param("subject", said.subject())
                .param("at", LocalDateTime.ofInstant(said.at(), ZoneOffset.UTC))
                .update();
    }

    /** Who set something, and when. */
    record Said(String subject, Instant at) {}
}
