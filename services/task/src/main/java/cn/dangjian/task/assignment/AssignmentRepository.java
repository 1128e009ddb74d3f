package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.Headings;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.task.dispatch.Addressing;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.dispatch.Target;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code assignment}. */
@Repository
class AssignmentRepository implements Addressing {

    private final JdbcClient jdbc;

    AssignmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds nothing outside the scope, as if the row did not exist. */
    Optional<Assignment> find(AssignmentId id, Scope scope) {
        return jdbc.sql("""
            select a.id, a.dispatch_id, a.unit_id, a.state, a.version, a.signed_at, a.signed_by
              from assignment a join unit u on u.id = a.unit_id
             where a.id = :id and u.%s between :from and :to\
            """.formatted(scope.column()))
                .param("id", id.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Assignment.class)
                .optional();
    }

    /** Fails if someone else changed the assignment since it was read. */
    Assignment update(Assignment assignment) {
        int rows = jdbc.sql("""
            update assignment set state = :state, signed_at = :signedAt, signed_by = :signedBy, version = version + 1
             where id = :id and version = :version\
            """)
                .param("state", assignment.state().name())
                .param("signedAt", assignment.signedAt())
                .param(
                        "signedBy",
                        assignment.signedBy() == null
                                ? null
                                : assignment.signedBy().value())
                .param("id", assignment.id().value())
                .param("version", assignment.version())
                .update();
        if (rows == 0)
            throw new OptimisticLockingFailureException(
                    "Assignment " + assignment.id().value());
        return assignment.next();
    }

    @Override
    public int address(DispatchId dispatch, Target target, Scope subtree) {
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
                        + " order by u." + place)
                .param("dispatch", dispatch.value())
                .param("from", subtree.from())
                .param("to", subtree.to());
        if (target.domain() != null) statement = statement.param("domain", target.domain());
        if (target.under() != null)
            statement = statement.param("under", target.under().value());
        if (!named.isEmpty()) statement = statement.param("units", named);
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
}
