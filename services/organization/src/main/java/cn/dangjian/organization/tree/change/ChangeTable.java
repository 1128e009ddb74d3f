package cn.dangjian.organization.tree.change;

import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.plan.Operation;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.NewRows;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.Wording;
import cn.dangjian.platform.web.caller.AccountId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code unit_change}; a proposal is seen by whoever may see the unit that it is about. */
@Repository
class ChangeRepository implements Hanging {

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    ChangeRepository(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** Finds nothing outside the scope, as if the proposal did not exist. */
    Optional<Change> find(ChangeId id, Scope scope) {
        return jdbc.sql("""
            select c.* from unit_change c join unit u on u.id = c.subject_id
             where c.id = :id and u.path between :from and :to\
            """)
                .param("id", id.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(this::change)
                .optional();
    }

    /**
     * The newest first.
     *
     * @param before the id of the last one seen
     */
    List<Change> list(Scope scope, Change.@Nullable State state, long before, int limit) {
        var query = jdbc.sql("""
            select c.* from unit_change c join unit u on u.id = c.subject_id
             where c.id < :before and u.path between :from and :to\
            """ + (state == null ? "" : " and c.state = :state") + " order by c.id desc limit :limit")
                .param("before", before)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("limit", limit);
        if (state != null) query = query.param("state", state.name());
        return query.query(this::change).list();
    }

    Change insert(Change change) {
        return with(change, new ChangeId(insert(List.of(change)).getFirst()), 1);
    }

    /** Those of a list, in as few statements as they need. */
    void insert(long batch, List<Listed> all) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            var ids = insert(some.stream().map(Listed::change).toList());
            template.batchUpdate(
                    "insert into change_batch (batch, line, change_id) values (?, ?, ?)",
                    IntStream.range(0, some.size())
                            .mapToObj(i -> new Object[] {batch, some.get(i).line(), ids.get(i)})
                            .toList());
        }
    }

    private List<Long> insert(List<Change> all) {
        return NewRows.insert(template, """
            insert into unit_change (subject_id, kind, operation, document, effective_on, reason, state, proposer_unit,
                                     proposed_by, proposed_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)\
            """, all, this::fill);
    }

    private void fill(PreparedStatement statement, Change change) throws SQLException {
        statement.setLong(1, change.operation().concerned().getFirst().value());
        statement.setString(2, change.kind().name());
        statement.setString(3, json.writerFor(Operation.class).writeValueAsString(change.operation()));
        statement.setString(4, change.document());
        statement.setObject(5, change.effectiveOn());
        statement.setString(6, change.reason());
        statement.setString(7, change.state().name());
        statement.setLong(8, change.proposerUnit());
        statement.setLong(9, change.proposedBy().value());
        statement.setObject(10, utc(change.proposedAt()));
    }

    /** Fails if someone else decided since it was read. */
    Change update(Change change) {
        var by = change.decidedBy();
        var at = change.decidedAt();
        int rows = jdbc.sql("""
            update unit_change set state = :state, decided_by = :by, decided_at = :at, note = :note,
                   version = version + 1
             where id = :id and version = :version\
            """)
                .param("state", change.state().name())
                .param("by", by == null ? null : by.value())
                .param("at", at == null ? null : utc(at))
                .param("note", change.note())
                .param("id", change.id().value())
                .param("version", change.version())
                .update();
        if (rows == 0)
            throw new OptimisticLockingFailureException("Change " + change.id().value());
        return with(change, change.id(), change.version() + 1);
    }

    /** The units of these codes that exist. */
    Map<String, UnitId> listParents(Collection<String> codes, Scope scope) {
        if (codes.isEmpty()) return Map.of();
        var found = new HashMap<String, UnitId>();
        jdbc.sql("select code, id from unit where code in (:codes) and valid_to is null and path between :from and :to")
                .param("codes", Wording.inBothCases(codes))
                .param("from", scope.from())
                .param("to", scope.to())
                .query((RowCallbackHandler)
                        row -> found.put(row.getString(1).toUpperCase(Locale.ROOT), new UnitId(row.getLong(2))));
        return found;
    }

    /** A unit that exists. */
    record There(
            String code,
            String name,
            String kind,
            @Nullable String parentCode,
            @Nullable LocalDate until) {

        /** The column in which a line says something else; null if it says the same. */
        @Nullable
        String differs(ProposeAll.Line line) {
            var said = line.unit();
            if (!name.equals(said.name())) return "name";
            if (said.kind() != null && !kind.equals(said.kind())) return "kind";
            if (!code(line.parentCode()).equalsIgnoreCase(code(parentCode))) return "parentCode";
            return Objects.equals(until, said.until()) ? null : "until";
        }

        /** The one at the top has none above it. */
        private static String code(@Nullable String code) {
            return code == null ? "" : code;
        }
    }

    /** Units of these codes that exist. */
    Map<String, There> listThere(Collection<String> codes, Scope scope) {
        if (codes.isEmpty()) return Map.of();
        var found = new HashMap<String, There>();
        jdbc.sql("""
            select u.code, u.name, u.kind, p.code parent_code,
                   (select e.until from unit_until e where e.unit_id = u.id) until
              from unit u left join unit p on p.id = u.parent_id
             where u.code in (:codes) and u.valid_to is null and u.path between :from and :to\
            """)
                .param("codes", Wording.inBothCases(codes))
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Records.of(There.class))
                .list()
                .forEach(unit -> found.put(unit.code().toUpperCase(Locale.ROOT), unit));
        return found;
    }

    /** The codes of units that are proposed below these and not decided about. */
    Set<String> proposed(Collection<UnitId> parents) {
        if (parents.isEmpty()) return Set.of();
        return jdbc.sql("""
            select json_value(operation, '$.unit.code') from unit_change
             where subject_id in (:parents) and state = 'PROPOSED' and kind = 'ESTABLISHED'\
            """)
                .param("parents", parents.stream().map(UnitId::value).toList())
                .query(String.class)
                .set();
    }

    /** A proposal and the line of the list that it came with. */
    record Listed(int line, Change change) {}

    /** The proposals of a list that nobody has decided about, in its order, behind a line. */
    List<Listed> listOpen(long batch, int after, int limit, Scope scope) {
        return jdbc.sql("""
            select b.line, c.* from change_batch b join unit_change c on c.id = b.change_id and c.state = 'PROPOSED'
              join unit u on u.id = c.subject_id
             where b.batch = :batch and b.line > :after and u.path between :from and :to
             order by b.line limit :limit\
            """)
                .param("batch", batch)
                .param("after", after)
                .param("limit", limit)
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> new Listed(row.getInt("line"), change(row, number)))
                .list();
    }

    /** Those of a list that nobody has decided about and that propose units of some codes. */
    List<Listed> listOpen(long batch, Collection<String> codes, Scope scope) {
        return jdbc.sql("""
            select b.line, c.* from change_batch b join unit_change c on c.id = b.change_id and c.state = 'PROPOSED'
              join unit u on u.id = c.subject_id
             where b.batch = :batch and json_value(c.operation, '$.unit.code') in (:codes)
               and u.path between :from and :to
             order by b.line\
            """)
                .param("batch", batch)
                .param("codes", codes)
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> new Listed(row.getInt("line"), change(row, number)))
                .list();
    }

    int countOpen(long batch, Scope scope) {
        return jdbc.sql("""
            select count(*) from change_batch b join unit_change c on c.id = b.change_id and c.state = 'PROPOSED'
              join unit u on u.id = c.subject_id
             where b.batch = :batch and u.path between :from and :to\
            """)
                .param("batch", batch)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Integer.class)
                .single();
    }

    /** What was proposed of a unit that has ended, and nobody has decided, cannot be made any more. */
    @Override
    public void unitsEnded(List<Departure> ended) {
        jdbc.sql("""
            update unit_change c join unit_departure d on c.subject_id = d.unit_id
               set c.state = 'WITHDRAWN', c.decided_at = d.at, c.note = d.reason, c.version = c.version + 1
             where c.state = 'PROPOSED'\
            """).update();
    }

    private static Change with(Change change, ChangeId id, long version) {
        return new Change(
                id,
                change.operation(),
                change.kind(),
                change.document(),
                change.effectiveOn(),
                change.reason(),
                change.state(),
                change.proposerUnit(),
                change.proposedBy(),
                change.proposedAt(),
                change.decidedBy(),
                change.decidedAt(),
                change.note(),
                version);
    }

    private Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                new ChangeId(row.getLong("id")),
                json.readValue(row.getString("operation"), Operation.class),
                Approval.Reason.valueOf(row.getString("kind")),
                row.getString("document"),
                row.getObject("effective_on", LocalDate.class),
                row.getString("reason"),
                Change.State.valueOf(row.getString("state")),
                row.getLong("proposer_unit"),
                new AccountId(row.getLong("proposed_by")),
                row.getObject("proposed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                account(row.getObject("decided_by", Long.class)),
                instant(row.getObject("decided_at", LocalDateTime.class)),
                row.getString("note"),
                row.getLong("version"));
    }

    private static @Nullable AccountId account(@Nullable Long id) {
        return id == null ? null : new AccountId(id);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime at) {
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
