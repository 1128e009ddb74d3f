package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.task.due.DeadlineMoves;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code dispatch} and {@code dispatch_number}. */
@Repository
class DispatchRepository implements DeadlineMoves {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DispatchRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The next number of an issuer in a year, from 1; two dispatches at once wait for each other here. */
    int nextNumber(long issuer, int year) {
        jdbc.sql("""
            insert into dispatch_number (issuer_id, year, last) values (:issuer, :year, 1)
            on duplicate key update last = last + 1\
            """).param("issuer", issuer).param("year", year).update();
        return jdbc.sql("select last from dispatch_number where issuer_id = :issuer and year = :year")
                .param("issuer", issuer)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    DispatchId insert(Dispatch dispatch) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into dispatch (number, issuer_id, title, text, goal, deadline, material_required, target,
                                  hierarchy, addressed, issued_by, issued_at, version, parent_assignment_id, depth, mode,
                                  early_reason, origin, origin_number, origin_title, origin_day, person_required,
                                  all_required)
            values (:number, :issuer, :title, :text, :goal, :deadline, :materialRequired, :target,
                    :hierarchy, 0, :issuedBy, :issuedAt, :version, :parent, :depth, :mode, :earlyReason, :origin,
                    :originNumber, :originTitle, :originDay, :personRequired, :allRequired)\
            """)
                .param("number", dispatch.number())
                .param("issuer", dispatch.issuerId().value())
                .param("title", dispatch.title())
                .param("text", dispatch.text())
                .param("goal", dispatch.goal())
                .param("deadline", dispatch.deadline())
                .param("materialRequired", dispatch.materialRequired())
                .param("target", json.writeValueAsString(dispatch.target()))
                .param("hierarchy", dispatch.hierarchy().name())
                .param("issuedBy", dispatch.issuedBy().value())
                .param("issuedAt", dispatch.issuedAt())
                .param("version", dispatch.version())
                .params(of(dispatch.line()))
                .update(keys);
        var key = keys.getKey();
        if (key == null) throw new IllegalStateException("No id for dispatch " + dispatch.number());
        return new DispatchId(key.longValue());
    }

    private static Map<String, @Nullable Object> of(Line line) {
        var demands = line.demands();
        var origin = demands.origin();
        var values = new HashMap<String, @Nullable Object>();
        values.put("parent", line.parent());
        values.put("depth", line.depth());
        values.put("mode", line.mode().name());
        values.put("earlyReason", line.earlyReason());
        values.put("origin", origin == null ? null : origin.level().name());
        values.put("originNumber", origin == null ? null : origin.number());
        values.put("originTitle", origin == null ? null : origin.title());
        values.put("originDay", origin == null ? null : origin.day());
        values.put("personRequired", Boolean.TRUE.equals(demands.personRequired()));
        values.put("allRequired", Boolean.TRUE.equals(demands.allRequired()));
        return values;
    }

    /** Writes how many units were addressed, and the place in the chain, in the transaction that created the dispatch. */
    void saveAddressed(Dispatch dispatch, int addressed) {
        jdbc.sql("update dispatch set addressed = :addressed, root_id = :root, chain = :chain where id = :id")
                .param("addressed", addressed)
                .param("root", dispatch.line().root().value())
                .param("chain", dispatch.line().chain())
                .param("id", dispatch.id().value())
                .update();
    }

    /** Which of these units are not below the unit at which the scope begins, or do not exist any more. */
    List<Long> findOutside(List<Long> units, Scope scope) {
        var inside = jdbc.sql("""
            select id from unit
             where id in (:units) and %1$s between :from and :to and %1$s <> :from and valid_to is null\
            """.formatted(scope.column()))
                .param("units", units)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Long.class)
                .set();
        return units.stream().filter(unit -> !inside.contains(unit)).distinct().toList();
    }

    /** Which of these units are headings of the division codes, where nobody is. */
    List<Long> findHeadings(List<Long> units, Scope scope) {
        return jdbc.sql("""
            select id from unit where id in (:units) and kind = :heading and %s between :from and :to order by id\
            """.formatted(scope.column()))
                .param("units", units)
                .param("heading", Unit.HEADING)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Long.class)
                .list();
    }

    @Override
    @Unscoped("what the platform has counted again; nobody sees the rows")
    public Optional<Moved> move(Move move) {
        int rows = jdbc.sql("""
            update dispatch set deadline = :to, version = version + 1 where id = :id and deadline = :from\
            """)
                .param("to", move.to())
                .param("id", move.dispatch())
                .param("from", move.from())
                .update();
        if (rows == 0) return Optional.empty();
        var open = jdbc.sql("""
            select id, unit_id unit from assignment
             where dispatch_id = :dispatch and due_at is null
               and state in ('ADDRESSED', 'SIGNED', 'BROKEN_DOWN', 'WORKING', 'RETURNED') order by id\
            """)
                .param("dispatch", move.dispatch())
                .query(Records.of(Assignment.class))
                .list();
        return jdbc.sql("select number, issuer_id issuer, title, version from dispatch where id = :id")
                .param("id", move.dispatch())
                .query((row, number) -> new Moved(
                        row.getString("number"),
                        row.getLong("issuer"),
                        row.getString("title"),
                        row.getLong("version"),
                        open))
                .optional();
    }

    boolean isIssuedWithin(DispatchId id, Scope scope) {
        return jdbc.sql("""
            select 1 from dispatch d join unit i on i.id = d.issuer_id
             where d.id = :id and i.%s between :from and :to\
            """.formatted(scope.column()))
                .param("id", id.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Unscoped("the assignment was found within the caller's scope before")
    Optional<Hierarchy> findHierarchy(DispatchId id) {
        return jdbc.sql("select hierarchy from dispatch where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(Hierarchy::valueOf);
    }

    @Unscoped("the assignment was found within the caller's scope before")
    Optional<OffsetDateTime> findDeadline(DispatchId id) {
        return jdbc.sql("select deadline from dispatch where id = :id")
                .param("id", id.value())
                .query((row, number) ->
                        row.getObject("deadline", LocalDateTime.class).atOffset(ZoneOffset.UTC))
                .optional();
    }

    /** The material rule and title of a dispatch whose assignment was found within a scope. */
    @Unscoped("the assignment was found within the caller's scope before")
    Optional<Boolean> findMaterialRequired(DispatchId id) {
        return jdbc.sql("select material_required from dispatch where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .optional();
    }
}
