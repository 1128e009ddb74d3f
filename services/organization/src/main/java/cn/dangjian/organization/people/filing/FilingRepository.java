package cn.dangjian.organization.people.filing;

import cn.dangjian.organization.people.filing.Filing.Change;
import cn.dangjian.organization.people.filing.Filing.Result;
import cn.dangjian.organization.people.filing.Filing.Review;
import cn.dangjian.organization.people.filing.Filing.What;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code secretary_filing}, {@code filing_review} and {@code filing_change}. */
@Repository
class FilingRepository {

    private static final String FILING = """
        select f.id, f.unit_id, f.name, f.account_id, f.proposed_at, f.filed_at, f.withdrawn_at, f.version
          from secretary_filing f join unit u on u.id = f.unit_id and u.path between :from and :to\
        """;

    private final JdbcClient jdbc;

    FilingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who did something, and when. */
    record Said(String subject, Instant at) {

        LocalDateTime time() {
            return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        }
    }

    /** Lets one transaction at a time open a filing for a village; to be taken as its first statement. */
    void lock(UnitId village) {
        jdbc.sql("select id from unit where id = :unit for update")
                .param("unit", village.value())
                .query(Long.class)
                .optional();
    }

    Optional<Filing> find(long id, Scope scope) {
        return jdbc.sql(FILING + " where f.id = :id")
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Filing.class)
                .optional();
    }

    /** Lets one transaction at a time change a filing; to be taken as its first statement. */
    void lock(long id) {
        jdbc.sql("select id from secretary_filing where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    boolean isOpenFor(UnitId village) {
        return jdbc.sql("""
            select 1 from secretary_filing where unit_id = :unit and filed_at is null and withdrawn_at is null limit 1\
            """)
                .param("unit", village.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The newest first. */
    List<Filing> list(long before, int limit, Scope scope) {
        return jdbc.sql(FILING + " where f.id < :before order by f.id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Filing.class)
                .list();
    }

    /** What the departments said, the oldest first. */
    List<Review> listReviews(Filing filing, Scope scope) {
        return jdbc.sql("""
            select r.department, r.result, r.note, r.subject, r.at from filing_review r
              join secretary_filing f on f.id = r.filing_id
              join unit u on u.id = f.unit_id and u.path between :from and :to
             where r.filing_id = :id order by r.id\
            """)
                .param("id", filing.id())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Review.class)
                .list();
    }

    /** The change log, the oldest first. */
    List<Change> listChanges(Filing filing, Scope scope) {
        return jdbc.sql("""
            select c.what, c.detail, c.subject, c.at from filing_change c
              join secretary_filing f on f.id = c.filing_id
              join unit u on u.id = f.unit_id and u.path between :from and :to
             where c.filing_id = :id order by c.id\
            """)
                .param("id", filing.id())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Change.class)
                .list();
    }

    long insert(UnitId village, String name, @Nullable Long account, Said said) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into secretary_filing (unit_id, name, account_id, proposed_by, proposed_at, version)
            values (:unit, :name, :account, :subject, :at, 1)\
            """)
                .param("unit", village.value())
                .param("name", name)
                .param("account", account)
                .param("subject", said.subject())
                .param("at", said.time())
                .update(keys, "id");
        long id = Objects.requireNonNull(keys.getKey()).longValue();
        log(id, What.PROPOSED, null, said);
        return id;
    }

    void review(Filing filing, String department, Result result, @Nullable String note, Said said) {
        jdbc.sql("""
            insert into filing_review (filing_id, department, result, note, subject, at)
            values (:filing, :department, :result, :note, :subject, :at)\
            """)
                .param("filing", filing.id())
                .param("department", department)
                .param("result", result.name())
                .param("note", note)
                .param("subject", said.subject())
                .param("at", said.time())
                .update();
        jdbc.sql("update secretary_filing set version = version + 1 where id = :id")
                .param("id", filing.id())
                .update();
        log(filing.id(), What.REVIEWED, department + " " + result, said);
    }

    void file(Filing filing, String document, Said said) {
        jdbc.sql("update secretary_filing set filed_at = :at, version = version + 1 where id = :id")
                .param("at", said.time())
                .param("id", filing.id())
                .update();
        log(filing.id(), What.FILED, document, said);
    }

    void withdraw(Filing filing, String reason, Said said) {
        jdbc.sql("update secretary_filing set withdrawn_at = :at, version = version + 1 where id = :id")
                .param("at", said.time())
                .param("id", filing.id())
                .update();
        log(filing.id(), What.WITHDRAWN, reason, said);
    }

    private void log(long filing, What what, @Nullable String detail, Said said) {
        jdbc.sql("""
            insert into filing_change (filing_id, what, detail, subject, at)
            values (:filing, :what, :detail, :subject, :at)\
            """)
                .param("filing", filing)
                .param("what", what.name())
                .param("detail", detail)
                .param("subject", said.subject())
                .param("at", said.time())
                .update();
    }
}
