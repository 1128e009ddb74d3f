package cn.dangjian.identity.appointment;

import static java.time.ZoneOffset.UTC;

import cn.dangjian.platform.directory.Scope;
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
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code post}: the days of its holders. */
@Repository
class AppointmentRepository {

    private static final String SELECT = """
        select p.id, p.account, p.unit, p.duty, p.active, p.planned, p.from_day, p.until_day, p.source, p.seat,
               p.live is not null as live, p.version
          from post p
        """;

    private final JdbcClient jdbc;

    AppointmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds nothing outside the scope, as if the post did not exist; never a post of the administrator. */
    Optional<Appointment> find(long id, Scope scope) {
        return jdbc.sql(SELECT + """
              join unit u on u.id = p.unit join account a on a.id = p.account
             where p.id = :id and not a.administrator and u.path between :from and :to\
            """)
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Records.of(Appointment.class))
                .optional();
    }

    @Unscoped("the caller says whose it has to be")
    Optional<Appointment> find(long id) {
        return jdbc.sql(SELECT + "where p.id = :id")
                .param("id", id)
                .query(Records.of(Appointment.class))
                .optional();
    }

    @Unscoped("an account about itself")
    Optional<Appointment> findFirst(AccountId account, LocalDate today) {
        return jdbc.sql(SELECT + """
             where p.account = :account and p.active and (p.until_day is null or p.until_day >= :today)
             order by p.id limit 1\
            """)
                .param("account", account.value())
                .param("today", today)
                .query(Records.of(Appointment.class))
                .optional();
    }

    @Unscoped("on behalf of the platform")
    List<Appointment> listToBegin(LocalDate today, int limit) {
        return jdbc.sql(SELECT + """
              join unit u on u.id = p.unit
             where p.planned and p.from_day <= :today and (u.valid_to is null or u.valid_to > :today)
             order by p.id limit :limit\
            """)
                .param("today", today)
                .param("limit", limit)
                .query(Records.of(Appointment.class))
                .list();
    }

    @Unscoped("on behalf of the platform")
    List<Appointment> listToEnd(LocalDate today, int limit) {
        return jdbc.sql(SELECT + "where p.live and p.until_day < :today order by p.id limit :limit")
                .param("today", today)
                .param("limit", limit)
                .query(Records.of(Appointment.class))
                .list();
    }

    /** What follows these seats and has not ended; nobody else changes it until the transaction ends. */
    @Unscoped("on behalf of the platform")
    List<Appointment> listOfSeats(Collection<Long> seats) {
        return jdbc.sql(SELECT + "where p.seat in (:seats) and p.live order by p.id for update")
                .param("seats", seats)
                .query(Records.of(Appointment.class))
                .list();
    }

    /** Whether a post that has not ended follows from that seat, besides this one. */
    boolean isFollowed(long seat, long besides) {
        return jdbc.sql("select exists (select 1 from post where seat = :seat and live and id <> :besides)")
                .param("seat", seat)
                .param("besides", besides)
                .query(Boolean.class)
                .single();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the account holds that post already */
    Appointment insert(Appointment appointment, Instant since) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into post (account, unit, duty, active, since, from_day, until_day, source, seat, planned)
            values (:account, :unit, :duty, :active, :since, :from, :until, :source, :seat, :planned)\
            """)
                .param("account", appointment.account().value())
                .param("unit", appointment.unit())
                .param("duty", appointment.duty())
                .param("active", appointment.active())
                .param("since", LocalDateTime.ofInstant(since, UTC))
                .param("from", appointment.fromDay())
                .param("until", appointment.untilDay())
                .param("source", appointment.source())
                .param("seat", appointment.seat())
                .param("planned", appointment.planned())
                .update(keys, "id");
        return find(Objects.requireNonNull(keys.getKey()).longValue()).orElseThrow();
    }

    void begin(Collection<Long> posts) {
        jdbc.sql("update post set active = true, planned = false, version = version + 1 where id in (:posts)")
                .param("posts", posts)
                .update();
    }

    void end(Collection<Long> posts, Instant now) {
        jdbc.sql("""
            update post set active = false, planned = false, live = null, ended_at = :now, version = version + 1
             where id in (:posts)\
            """)
                .param("now", LocalDateTime.ofInstant(now, UTC))
                .param("posts", posts)
                .update();
    }

    /** Fails if someone else changed the post since it was read. */
    Appointment update(Appointment changed, Instant now, @Nullable String reason) {
        int rows = jdbc.sql("""
            update post set active = :active, planned = :planned, until_day = :until, live = :live,
                   ended_at = :ended, end_reason = coalesce(:reason, end_reason), version = version + 1
             where id = :id and version = :version\
            """)
                .param("active", changed.active())
                .param("planned", changed.planned())
                .param("until", changed.untilDay())
                .param("live", changed.live() ? true : null)
                .param("ended", changed.live() ? null : LocalDateTime.ofInstant(now, UTC))
                .param("reason", reason)
                .param("id", changed.id())
                .param("version", changed.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Post " + changed.id());
        return find(changed.id()).orElseThrow();
    }
}
