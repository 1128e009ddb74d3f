package cn.dangjian.organization.people.posting;

import cn.dangjian.organization.people.posting.Posting.Bound;
import cn.dangjian.organization.people.posting.Posting.Party;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code first_secretary}, {@code first_secretary_party} and {@code first_secretary_bound}. */
@Repository
class PostingRepository {

    private static final String POSTING = """
        select p.id, p.unit_id, p.name, p.account_id, p.sending_unit, p.from_on, p.until_on, p.ended_on, p.reason,
               p.document, p.version
          from first_secretary p join unit u on u.id = p.unit_id and u.%s between :from and :to\
        """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    PostingRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Lets one transaction at a time post somebody to a village; to be taken as its first statement. */
    void lock(UnitId village) {
        jdbc.sql("select id from unit where id = :unit for update")
                .param("unit", village.value())
                .query(Long.class)
                .optional();
    }

    Optional<Posting> find(long id, Scope scope) {
        return in(POSTING + " where p.id = :id", scope)
                .param("id", id)
                .query(Posting.class)
                .optional();
    }

    /** Whoever is at a village on a day, or comes later. */
    Optional<Posting> findFrom(UnitId village, LocalDate day, Scope scope) {
        return in(POSTING + """
             where p.unit_id = :unit and (p.ended_on is null or p.ended_on > :day) order by p.from_on limit 1\
            """, scope)
                .param("unit", village.value())
                .param("day", day)
                .query(Posting.class)
                .optional();
    }

    /** The newest first. */
    List<Posting> list(long before, int limit, Scope scope) {
        return in(POSTING + " where p.id < :before order by p.id desc limit :limit", scope)
                .param("before", before)
                .param("limit", limit)
                .query(Posting.class)
                .list();
    }

    List<Bound> listBounds(Posting posting, Scope scope) {
        return in("""
            select b.kind, b.title, b.fen, b.bound_on from first_secretary_bound b
              join first_secretary p on p.id = b.posting_id
              join unit u on u.id = p.unit_id and u.%s between :from and :to
             where b.posting_id = :id order by b.id\
            """, scope).param("id", posting.id()).query(Bound.class).list();
    }

    List<Party> listParties(Posting posting, Scope scope) {
        return in("""
            select m.party, m.name from first_secretary_party m
              join first_secretary p on p.id = m.posting_id
              join unit u on u.id = p.unit_id and u.%s between :from and :to
             where m.posting_id = :id order by m.party\
            """, scope).param("id", posting.id()).query(Party.class).list();
    }

    long insert(Posting posting, List<Party> parties) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into first_secretary (unit_id, name, account_id, sending_unit, from_on, until_on, document, version)
            values (:unit, :name, :account, :sending, :on, :until, :document, 1)\
            """)
                .param("unit", posting.unitId().value())
                .param("name", posting.name())
                .param("account", posting.accountId())
                .param("sending", posting.sendingUnit())
                .param("on", posting.fromOn())
                .param("until", posting.untilOn())
                .param("document", posting.document())
                .update(keys, "id");
        long id = Objects.requireNonNull(keys.getKey()).longValue();
        template.batchUpdate(
                "insert into first_secretary_party (posting_id, party, name) values (?, ?, ?)",
                parties,
                100,
                (statement, party) -> {
                    statement.setLong(1, id);
                    statement.setString(2, party.party());
                    statement.setString(3, party.name());
                });
        return id;
    }

    void bind(Posting posting, Bound bound, String subject, Instant at) {
        jdbc.sql("""
            insert into first_secretary_bound (posting_id, kind, title, fen, bound_on, subject, at)
            values (:posting, :kind, :title, :fen, :on, :subject, :at)\
            """)
                .param("posting", posting.id())
                .param("kind", bound.kind())
                .param("title", bound.title())
                .param("fen", bound.fen())
                .param("on", bound.boundOn())
                .param("subject", subject)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** Fails if someone else changed it since it was read. */
    void end(Posting posting, LocalDate on, String reason) {
        int rows = jdbc.sql("""
            update first_secretary set ended_on = :on, reason = :reason, version = version + 1
             where id = :id and version = :version\
            """)
                .param("on", on)
                .param("reason", reason)
                .param("id", posting.id())
                .param("version", posting.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("First secretary " + posting.id());
    }

    private JdbcClient.StatementSpec in(String sql, Scope scope) {
        return jdbc.sql(sql.formatted(scope.column()))
                .param("from", scope.from())
                .param("to", scope.to());
    }
}
