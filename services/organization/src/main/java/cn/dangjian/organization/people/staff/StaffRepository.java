package cn.dangjian.organization.people.staff;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code party_staff} and {@code party_staff_quota}. */
@Repository
class StaffRepository {

    private static final String STAFF = """
        select s.id, s.unit_id, s.type, s.name, s.account_id, s.full_time, s.from_on, s.to_on, s.version
          from party_staff s join unit u on u.id = s.unit_id and u.%s between :from and :to\
        """;

    private final JdbcClient jdbc;

    StaffRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many of a type a unit has from a day on. */
    record Quota(UnitId unitId, String type, LocalDate since, int quota) {}

    Optional<Staff> find(long id, Scope scope) {
        return in(STAFF + " where s.id = :id", scope)
                .param("id", id)
                .query(Staff.class)
                .optional();
    }

    /** Who is there on a day. */
    List<Staff> list(UnitId unit, LocalDate day, Scope scope) {
        return in(STAFF + """
             where s.unit_id = :unit and s.from_on <= :day and (s.to_on is null or s.to_on > :day)
             order by s.type, s.id\
            """, scope)
                .param("unit", unit.value())
                .param("day", day)
                .query(Staff.class)
                .list();
    }

    /** What has been set for a unit until a day, the newest first. */
    List<Quota> listQuotas(UnitId unit, LocalDate day, Scope scope) {
        return in("""
            select q.unit_id, q.type, q.since, q.quota from party_staff_quota q
              join unit u on u.id = q.unit_id and u.%s between :from and :to
             where q.unit_id = :unit and q.since <= :day order by q.since desc, q.id desc\
            """, scope)
                .param("unit", unit.value())
                .param("day", day)
                .query(Quota.class)
                .list();
    }

    /** Who came and went in a scope from one day to another, both included. */
    List<Turnover> count(Scope scope, LocalDate first, LocalDate last) {
        return in("""
            select s.type,
                   cast(sum(s.from_on < :first and (s.to_on is null or s.to_on >= :first)) as signed) at_start,
                   cast(sum(s.from_on between :first and :last) as signed) joined,
                   cast(coalesce(sum(s.to_on between :first and :last), 0) as signed) departed,
                   cast(sum(s.from_on <= :last and (s.to_on is null or s.to_on > :last)) as signed) at_end
              from unit u join party_staff s on s.unit_id = u.id
             where u.%s between :from and :to
             group by s.type order by s.type\
            """, scope)
                .param("first", first)
                .param("last", last)
                .query(Turnover.class)
                .list();
    }

    long insert(Staff staff) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into party_staff (unit_id, type, name, account_id, full_time, from_on, version)
            values (:unit, :type, :name, :account, :fullTime, :from, 1)\
            """)
                .param("unit", staff.unitId().value())
                .param("type", staff.type())
                .param("name", staff.name())
                .param("account", staff.accountId())
                .param("fullTime", staff.fullTime())
                .param("from", staff.fromOn())
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKey()).longValue();
    }

    /** Fails if someone else changed it since it was read. */
    void end(Staff staff, LocalDate on, String reason) {
        int rows = jdbc.sql("""
            update party_staff set to_on = :on, reason = :reason, version = version + 1
             where id = :id and version = :version\
            """)
                .param("on", on)
                .param("reason", reason)
                .param("id", staff.id())
                .param("version", staff.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Staff " + staff.id());
    }

    void insert(Quota quota, String document, String subject, Instant at) {
        jdbc.sql("""
            insert into party_staff_quota (unit_id, type, since, quota, document, subject, at)
            values (:unit, :type, :since, :quota, :document, :subject, :at)\
            """)
                .param("unit", quota.unitId().value())
                .param("type", quota.type())
                .param("since", quota.since())
                .param("quota", quota.quota())
                .param("document", document)
                .param("subject", subject)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec in(String sql, Scope scope) {
        return jdbc.sql(sql.formatted(scope.column()))
                .param("from", scope.from())
                .param("to", scope.to());
    }
}
