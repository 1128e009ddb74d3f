package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.Headings;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.heir.Estate.Passing;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.task.dispatch.Addressing;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.dispatch.Target;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code assignment} and {@code handover}. */
@Repository
class AssignmentRepository implements Addressing {

    private final JdbcClient jdbc;
    private final AssignmentTable table;

    AssignmentRepository(JdbcClient jdbc, AssignmentTable table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** Finds nothing outside the scope, as if the row did not exist. */
    Optional<Assignment> find(AssignmentId id, Scope scope) {
        return jdbc.sql("""
            select a.id, a.dispatch_id, a.unit_id, a.state, a.version, a.signed_at, a.signed_by, a.due_at,
                   a.from_unit, a.reviewing_by
              from assignment a join unit u on u.id = a.unit_id
             where a.id = :id and u.%s between :from and :to\
            """.formatted(scope.column()))
                .param("id", id.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Records.of(Assignment.class))
                .optional();
    }

    /** As it is now; nobody else changes it until the transaction ends. */
    Optional<Assignment> lock(AssignmentId id) {
        return jdbc.sql("""
            select a.id, a.dispatch_id, a.unit_id, a.state, a.version, a.signed_at, a.signed_by, a.due_at, a.from_unit,
                   a.reviewing_by
              from assignment a where a.id = :id for update\
            """)
                .param("id", id.value())
                .query(Records.of(Assignment.class))
                .optional();
    }

    /** Says of a closed one which one goes on instead. */
    void join(AssignmentId closed, AssignmentId other) {
        jdbc.sql("update assignment set joined_to = :other where id = :id")
                .param("other", other.value())
                .param("id", closed.value())
                .update();
    }

    /**
     * The same, which nobody else changes until the transaction ends: whoever comes second sees what the first one did.
     * What is over, or was withdrawn, is refused.
     */
    Assignment hold(AssignmentId id, Scope scope) {
        var seen = find(id, scope).orElseThrow(AssignmentRefusal.UNKNOWN);
        var held = jdbc.sql("""
            select id, dispatch_id, unit_id, state, version, signed_at, signed_by, due_at, from_unit, reviewing_by
              from assignment where id = :id for update\
            """)
                .param("id", id.value())
                .query(Records.of(Assignment.class))
                .single();
        AssignmentRefusal.UNKNOWN.unless(held.unitId().equals(seen.unitId()));
        AssignmentRefusal.OVER.when(held.state().isOver());
        AssignmentRefusal.WITHDRAWN.when(held.state() == State.WITHDRAWN);
        return held;
    }

    /** Fails if someone else changed the assignment since it was read. */
    Assignment update(Assignment assignment) {
        int rows = jdbc.sql("""
            update assignment set state = :state, signed_at = :signedAt, signed_by = :signedBy, due_at = :dueAt,
                   reviewing_by = :reviewingBy,
                   version = version + 1
             where id = :id and version = :version\
            """)
                .param("state", assignment.state().name())
                .param("signedAt", assignment.signedAt())
                .param(
                        "signedBy",
                        assignment.signedBy() == null
                                ? null
                                : assignment.signedBy().value())
                .param("dueAt", assignment.dueAt())
                .param(
                        "reviewingBy",
                        assignment.reviewingBy() == null
                                ? null
                                : assignment.reviewingBy().value())
                .param("id", assignment.id().value())
                .param("version", assignment.version())
                .update();
        if (rows == 0)
            throw new OptimisticLockingFailureException(
                    "Assignment " + assignment.id().value());
        return assignment.next();
    }

    @Override
    public int address(DispatchId dispatch, Target target, Scope subtree, @Nullable NextTier next) {
        var place = subtree.column();
        var units = target.units();
        List<Long> named =
                units == null ? List.of() : units.stream().map(UnitId::value).toList();
        var statement = jdbc.sql("""
            insert into assignment (dispatch_id, unit_id, state, version)
            select :dispatch, u.id, 'ADDRESSED', 1
              from unit u
             where u.%1$s > :from and u.%1$s <= :to and u.valid_to is null\
            """.formatted(place)
                        + (target.tier() == null ? "" : " and " + Headings.standsAt(target.tier(), "u"))
                        + " and u.kind <> 'DIVISION_GROUP'"
                        + (target.domain() == null ? "" : " and u.domain = :domain")
                        + (named.isEmpty() ? "" : " and u.id in (:units)")
                        + (target.under() == null
                                ? ""
                                : " and exists (select 1 from unit a where a.id = :under"
                                        + " and u.%1$s between a.%1$s and concat(a.%1$s, '~'))".formatted(place))
                        + (next == null ? "" : " and " + next.fits(subtree.by(), ":from"))
                        // a unit that is ending at this moment is gone before, or has this when it ends
                        + " order by u." + place + " lock in share mode")
                .param("dispatch", dispatch.value())
                .param("from", subtree.from())
                .param("to", subtree.to());
        if (target.domain() != null) statement = statement.param("domain", target.domain());
        if (target.under() != null)
            statement = statement.param("under", target.under().value());
        if (!named.isEmpty()) statement = statement.param("units", named);
        if (next != null) statement = statement.param("parents", next.parents());
        return statement.update();
    }

    @Override
    @Unscoped("all units that the dispatch in the same transaction has just addressed")
    public List<Addressed> addressed(DispatchId dispatch) {
        return jdbc.sql("select id, unit_id unit from assignment where dispatch_id = :dispatch order by id")
                .param("dispatch", dispatch.value())
                .query((row, number) -> new Addressed(row.getLong(1), new UnitId(row.getLong(2))))
                .list();
    }

    @Override
    public int addressNext(Collection<Long> dispatches) {
        return table.addressNext(dispatches);
    }

    @Override
    @Unscoped("all units that dispatches in the same transaction have just addressed")
    public Map<Long, List<Addressed>> addressed(Collection<Long> dispatches) {
        return table.listAddressed(dispatches).stream()
                .collect(Collectors.groupingBy(
                        AssignmentTable.Row::dispatch,
                        Collectors.mapping(
                                row -> new Addressed(row.id(), new UnitId(row.unit())), Collectors.toList())));
    }

    /**
     * An assignment that its unit does not finish any more.
     *
     * @param own the heir's assignment of the same dispatch, if it has one
     */
    record Left(Assignment assignment, @Nullable AssignmentId own) {}

    /** What a unit has not finished, beside what its heir has to do for the same; nobody else changes it from now on. */
    @Unscoped("the tree was changed; nobody sees the rows")
    List<Left> lockOpen(UnitId unit, @Nullable UnitId heir) {
        return jdbc.sql("""
            select a.id, a.dispatch_id, a.state, a.version, a.signed_at, a.signed_by, a.due_at, a.from_unit,
                   a.reviewing_by, h.id own
              from assignment a
              left join assignment h on h.dispatch_id = a.dispatch_id and h.unit_id = :heir
             where a.unit_id = :unit and a.state in (:open)
             order by a.id for update\
            """)
                .param("unit", unit.value())
                .param("heir", heir == null ? null : heir.value())
                .param("open", State.open())
                .query((row, number) -> left(row, unit))
                .list();
    }

    private static Left left(ResultSet row, UnitId unit) throws SQLException {
        var signedBy = row.getObject("signed_by", Long.class);
        var from = row.getObject("from_unit", Long.class);
        var reviewingBy = row.getObject("reviewing_by", Long.class);
        var own = row.getObject("own", Long.class);
        return new Left(
                new Assignment(
                        new AssignmentId(row.getLong("id")),
                        new DispatchId(row.getLong("dispatch_id")),
                        unit,
                        State.valueOf(row.getString("state")),
                        row.getLong("version"),
                        time(row, "signed_at"),
                        signedBy == null ? null : new AccountId(signedBy),
                        time(row, "due_at"),
                        from == null ? null : new UnitId(from),
                        reviewingBy == null ? null : new AccountId(reviewingBy)),
                own == null ? null : new AssignmentId(own));
    }

    private static @Nullable OffsetDateTime time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /**
     * Writes what became of assignments that were locked, and why. Those that nobody goes on with lie where they were
     * addressed.
     */
    void pass(List<Left> left, Passing passing) {
        var ids = left.stream().map(one -> one.assignment().id().value()).toList();
        var heir = passing.to();
        jdbc.sql("""
            insert into handover (assignment_id, from_unit, to_unit, became, joined_to, day, document, subject, at)
            select a.id, a.unit_id, :heir,
                   case when :heir is null then 'CLOSED' when h.id is null then 'MOVED' else 'MERGED' end, h.id,
                   :day, :document, :subject, :at
              from assignment a
              left join assignment h on h.dispatch_id = a.dispatch_id and h.unit_id = :heir
             where a.id in (:ids)\
            """)
                .param("heir", heir == null ? null : heir.value())
                .param("day", passing.day())
                .param("document", passing.document())
                .param("subject", passing.subject())
                .param("at", passing.at().atOffset(ZoneOffset.UTC))
                .param("ids", ids)
                .update();
        if (heir == null) close(ids, passing);
        else goOn(ids, heir, passing);
    }

    private void close(List<Long> ids, Passing passing) {
        jdbc.sql("""
            update assignment
               set state = 'CLOSED', unit_id = coalesce(from_unit, unit_id), document = :document, version = version + 1
             where id in (:ids)\
            """).param("document", passing.document()).param("ids", ids).update();
    }

    private void goOn(List<Long> ids, UnitId heir, Passing passing) {
        jdbc.sql("""
            update assignment a join assignment h on h.dispatch_id = a.dispatch_id and h.unit_id = :heir
               set a.state = 'MERGED', a.unit_id = coalesce(a.from_unit, a.unit_id), a.joined_to = h.id,
                   a.document = :document, a.version = a.version + 1
             where a.id in (:ids)\
            """)
                .param("heir", heir.value())
                .param("document", passing.document())
                .param("ids", ids)
                .update();
        // one after the other, from left to right
        jdbc.sql("""
            update assignment set from_unit = coalesce(from_unit, unit_id), unit_id = :heir, version = version + 1
             where id in (:ids) and state <> 'MERGED'\
            """).param("heir", heir.value()).param("ids", ids).update();
    }
}
