package cn.dangjian.identity.mandate;

import static java.time.ZoneOffset.UTC;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code mandate}. */
@Repository
class MandateRepository {

    private final JdbcClient jdbc;

    MandateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Unscoped("whoever asks decides by its post whether it is his to see")
    Optional<Mandate> find(long id) {
        return jdbc.sql("""
            select id, post, duty, deputy, giver, given_from, from_day, until_day, document, reason,
                   revoked_at is not null as revoked, version
              from mandate where id = :id\
            """).param("id", id).query(Records.of(Mandate.class)).optional();
    }

    /** Whether the deputy has a mandate for that post on one of these days. */
    boolean overlaps(Mandate mandate) {
        return jdbc.sql("""
            select exists (
              select 1 from mandate
               where deputy = :deputy and until_day >= :from and post = :post and from_day <= :until
                 and revoked_at is null)\
            """)
                .param("deputy", mandate.deputy().value())
                .param("from", mandate.fromDay())
                .param("post", mandate.post())
                .param("until", mandate.untilDay())
                .query(Boolean.class)
                .single();
    }

    /** Whether a unit lies in the scope, whatever was read of it before; it goes nowhere until the transaction ends. */
    boolean holds(long unit, Scope scope) {
        return jdbc.sql("select path from unit where id = :unit for update")
                .param("unit", unit)
                .query(String.class)
                .optional()
                .filter(scope::contains)
                .isPresent();
    }

    Mandate insert(Mandate mandate, Instant now) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into mandate (post, duty, deputy, giver, given_from, from_day, until_day, document, reason, given_at)
            values (:post, :duty, :deputy, :giver, :givenFrom, :from, :until, :document, :reason, :now)\
            """)
                .param("post", mandate.post())
                .param("duty", mandate.duty())
                .param("deputy", mandate.deputy().value())
                .param("giver", mandate.giver().value())
                .param("givenFrom", mandate.givenFrom())
                .param("from", mandate.fromDay())
                .param("until", mandate.untilDay())
                .param("document", mandate.document())
                .param("reason", mandate.reason())
                .param("now", LocalDateTime.ofInstant(now, UTC))
                .update(keys, "id");
        return find(Objects.requireNonNull(keys.getKey()).longValue()).orElseThrow();
    }

    /** Fails if someone else changed the mandate since it was read. */
    void revoke(Mandate mandate, AccountId by, String reason) {
        int rows = jdbc.sql("""
            update mandate set revoked_at = now(6), revoked_by = :by, revoke_reason = :reason, version = version + 1
             where id = :id and version = :version and revoked_at is null\
            """)
                .param("by", by.value())
                .param("reason", reason)
                .param("id", mandate.id())
                .param("version", mandate.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Mandate " + mandate.id());
    }

    /**
     * A mandate for a post that a unit gave.
     *
     * @param path of the post's unit
     * @param giver the path of the unit that gave it, as far as it has been heard of; its last segment is its number
     */
    record GivenFromAbove(long id, String path, String giver) {

        /** By the numbers on the path: where the giver itself is now may be told later. */
        boolean isBelowItsGiver() {
            String number = giver.substring(giver.length() - Unit.SEGMENT);
            for (int at = 0; at < path.length(); at += Unit.SEGMENT) if (path.startsWith(number, at)) return true;
            return false;
        }
    }

    /** Those that are not over, for posts at some units; none that the holder of the post gave, from whatever post. */
    @Unscoped("on behalf of the platform")
    List<GivenFromAbove> listGivenFromAbove(Collection<Long> units, LocalDate today) {
        return jdbc.sql("""
            select m.id, u.path, o.path giver
              from post p join mandate m on m.post = p.id and m.until_day >= :today and m.revoked_at is null
              join unit u on u.id = p.unit
              join post g on g.id = m.given_from join unit o on o.id = g.unit
             where p.unit in (:units) and m.giver <> p.account order by m.id for update\
            """)
                .param("today", today)
                .param("units", units)
                .query(Records.of(GivenFromAbove.class))
                .list();
    }

    void endMoved(Collection<Long> ids) {
        jdbc.sql("""
            update mandate set revoked_at = now(6), revoke_reason = 'moved', moved = true, version = version + 1
             where id in (:ids) and revoked_at is null\
            """).param("ids", ids).update();
    }

    @Unscoped("on behalf of the platform")
    List<AccountId> listDeputies(Collection<Long> ids) {
        return jdbc
                .sql("select distinct deputy from mandate where id in (:ids)")
                .param("ids", ids)
                .query(Long.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }

    @Unscoped("on behalf of the platform")
    List<Long> listUsedAfterTheirEnd(LocalDate today) {
        return jdbc.sql("""
            select distinct m.id from session s join mandate m on m.id = s.mandate
             where s.mandate is not null and m.until_day < :today limit 500\
            """).param("today", today).query(Long.class).list();
    }
}
