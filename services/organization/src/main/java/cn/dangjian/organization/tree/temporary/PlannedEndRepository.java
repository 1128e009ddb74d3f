package cn.dangjian.organization.tree.temporary;

import cn.dangjian.organization.tree.temporary.Prolong.ProlongRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code unit_until} and {@code unit_prolongation}. */
@Repository
class PlannedEndRepository {

    private static final String TEMPORARY = """
        select u.id, u.code, u.name, u.kind, u.path, t.until, t.version
          from unit_until t join unit u on u.id = t.unit_id and {scope u}\
        """;

    private final Rows rows;

    PlannedEndRepository(Rows rows) {
        this.rows = rows;
    }

    /** A unit that exists and is meant to end. */
    record Temporary(UnitId id, String code, String name, String kind, String path, LocalDate until, long version) {}

    /**
     * 延期.
     *
     * @param from the planned last day before, {@code until} the one since
     */
    record Prolongation(LocalDate from, LocalDate until, String document, String reason, OffsetDateTime at) {}

    void insert(UnitId unit, LocalDate until) {
        rows.sql("insert into unit_until (unit_id, until) values (:unit, :until)")
                .with("unit", unit)
                .with("until", until)
                .update();
    }

    /** Of a unit that has ended, too. */
    Optional<Temporary> find(UnitId unit, Scope scope) {
        return rows.sql(TEMPORARY + " where t.unit_id = :unit")
                .in(scope)
                .with("unit", unit)
                .find(Temporary.class);
    }

    /** Fails if someone else changed the day since it was read. */
    void update(Temporary unit, LocalDate until) {
        rows.sql("update unit_until set until = :until, version = version + 1 where unit_id = :id and version ="
                        + " :version")
                .with(unit)
                .with("until", until)
                .updateOne("Planned end of unit " + unit.id());
    }

    void insert(Temporary unit, ProlongRequest prolongation, Desk desk) {
        rows.sql("""
            insert into unit_prolongation (unit_id, until_from, until_to, document, reason, subject, at)
            values (:unit, :from, :until, :document, :reason, :subject, :at)\
            """)
                .with("unit", unit.id())
                .with("from", unit.until())
                .with(prolongation)
                .by(desk)
                .update();
    }

    /** The newest first. */
    List<Prolongation> listProlongations(UnitId unit, Scope scope) {
        return rows.sql("""
            select p.* from unit_prolongation p join unit u on u.id = p.unit_id and {scope u}
             where p.unit_id = :unit order by p.id desc\
            """)
                .in(scope)
                .with("unit", unit)
                .list((row, number) -> new Prolongation(
                        row.getObject("until_from", LocalDate.class),
                        row.getObject("until_to", LocalDate.class),
                        row.getString("document"),
                        row.getString("reason"),
                        row.getObject("at", LocalDateTime.class).atOffset(ZoneOffset.UTC)));
    }

    /** The next to end first, behind the last one seen. */
    List<Temporary> list(LocalDate after, long afterId, int limit, Scope scope) {
        return rows.sql(TEMPORARY + """
             where (t.until > :after or (t.until = :after and t.unit_id > :afterId)) and u.valid_to is null
             order by t.until, t.unit_id limit :limit\
            """)
                .in(scope)
                .with("after", after)
                .with("afterId", afterId)
                .with("limit", limit)
                .list(Temporary.class);
    }
}
