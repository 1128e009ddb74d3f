package cn.dangjian.organization.tree.change;

import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.plan.Operation;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.rows.NewRows;
import cn.dangjian.platform.web.caller.AccountId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code unit_change}; a proposal is seen by whoever may see the unit that it is about. */
@Repository
public class ChangeTable implements Hanging {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    ChangeTable(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
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

    /** @return their numbers, in the same order */
    public List<Long> insert(List<Change> all) {
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
        update(List.of(change));
        return with(change, change.id(), change.version() + 1);
    }

    /** Fails if someone else decided about one of them since it was read. */
    public void update(List<Change> all) {
        int[][] rows = template.batchUpdate("""
            update unit_change set state = ?, decided_by = ?, decided_at = ?, note = ?, version = version + 1
             where id = ? and version = ?\
            """, all, Math.max(all.size(), 1), (statement, change) -> {
            var by = change.decidedBy();
            var at = change.decidedAt();
            statement.setString(1, change.state().name());
            statement.setObject(2, by == null ? null : by.value());
            statement.setObject(3, at == null ? null : utc(at));
            statement.setString(4, change.note());
            statement.setLong(5, change.id().value());
            statement.setLong(6, change.version());
        });
        if (Arrays.stream(rows).flatMapToInt(Arrays::stream).anyMatch(changed -> changed == 0))
            throw new OptimisticLockingFailureException(
                    "Changes " + all.stream().map(Change::id).toList());
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

    /** @param row all columns of the table */
    public Change change(ResultSet row, int number) throws SQLException {
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
