package cn.dangjian.organization.people.quota;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code team_quota}: rows are added, never changed. */
@Repository
class QuotaRepository {

    private final JdbcClient jdbc;

    QuotaRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many seats of a post a unit has from a day on. */
    record Quota(UnitId unitId, String post, LocalDate since, int quota) {}

    /** What has been set for some units until a day, the newest last. */
    List<Quota> list(Collection<Long> units, LocalDate day, Scope scope) {
        if (units.isEmpty()) return List.of();
        return jdbc.sql("""
            select q.unit_id, q.post, q.since, q.quota from team_quota q join unit u on u.id = q.unit_id
             where q.unit_id in (:units) and q.since <= :day and u.%s between :from and :to
             order by q.since, q.id\
            """.formatted(scope.column()))
                .param("units", units)
                .param("day", day)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Quota.class)
                .list();
    }

    void insert(Quota quota, String document, String subject, Instant at) {
        jdbc.sql("""
            insert into team_quota (unit_id, post, since, quota, document, subject, at)
            values (:unit, :post, :since, :quota, :document, :subject, :at)\
            """)
                .param("unit", quota.unitId().value())
                .param("post", quota.post())
                .param("since", quota.since())
                .param("quota", quota.quota())
                .param("document", document)
                .param("subject", subject)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }
}
