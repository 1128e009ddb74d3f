package cn.dangjian.organization.tree.temporary;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code unit_until} and {@code unit_prolongation}. */
@Repository
class PlannedEndRepository {

    private final JdbcClient jdbc;

    PlannedEndRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit that exists and is meant to end. */
    record Temporary(long id, String code, String name, String kind, String path, LocalDate until, long version) {}

    /** 延期. */
    record Prolongation(LocalDate from, LocalDate to, String document, String reason, Instant at) {}

    void insert(UnitId unit, LocalDate until) {
        jdbc.sql("insert into unit_until (unit_id, until) values (:unit, :until)")
                .param("unit", unit.value())
                .param("until", until)
                .update();
    }

    /** Of a unit that has ended, too. */
    Optional<Temporary> find(UnitId unit, Scope scope) {
        return jdbc.sql("""
            select u.id, u.code, u.name, u.kind, u.path, t.until, t.version
              from unit_until t join unit u on u.id = t.unit_id
             where t.unit_id = :unit and u.%s between :from and :to\
            """.formatted(scope.column()))
                .param("unit", unit.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Temporary.class)
                .optional();
    }

    /** Fails if someone else changed the day since it was read. */
    void update(Temporary unit, LocalDate until) {
        int rows = jdbc.sql("update unit_until set until = :until, version = version + 1"
                        + " where unit_id = :unit and version = :version")
                .param("until", until)
                .param("unit", unit.id())
                .param("version", unit.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Planned end of unit " + unit.id());
    }

    void insert(UnitId unit, Prolongation prolongation, String subject) {
        jdbc.sql("""
            insert into unit_prolongation (unit_id, until_from, until_to, document, reason, subject, at)
            values (:unit, :from, :to, :document, :reason, :subject, :at)\
            """)
                .param("unit", unit.value())
                .param("from", prolongation.from())
                .param("to", prolongation.to())
                .param("document", prolongation.document())
                .param("reason", prolongation.reason())
                .param("subject", subject)
                .param("at", LocalDateTime.ofInstant(prolongation.at(), ZoneOffset.UTC))
                .update();
    }

    /** The newest first. */
    List<Prolongation> listProlongations(UnitId unit, Scope scope) {
        return jdbc.sql("""
            select p.* from unit_prolongation p join unit u on u.id = p.unit_id
             where p.unit_id = :unit and u.%s between :from and :to order by p.id desc\
            """.formatted(scope.column()))
                .param("unit", unit.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> new Prolongation(
                        row.getObject("until_from", LocalDate.class),
                        row.getObject("until_to", LocalDate.class),
                        row.getString("document"),
                        row.getString("reason"),
                        row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }

    /** The next to end first, behind the last one seen. */
    List<Temporary> list(LocalDate after, long afterId, int limit, Scope scope) {
        return jdbc.sql("""
            select u.id, u.code, u.name, u.kind, u.path, t.until, t.version
              from unit_until t join unit u on u.id = t.unit_id
             where (t.until > :after or (t.until = :after and t.unit_id > :afterId)) and u.valid_to is null
               and u.%s between :from and :to
             order by t.until, t.unit_id limit :limit\
            """.formatted(scope.column()))
                .param("after", after)
                .param("afterId", afterId)
                .param("limit", limit)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Temporary.class)
                .list();
    }
}
