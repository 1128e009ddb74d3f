package cn.dangjian.organization.field.weak;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.Unscoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code weak_case} and {@code weak_problem}. */
@Repository
class WeakCaseRepository {

    private static final String CASE = """
        select c.id, b.year, b.county_id, c.unit_id, c.state, c.round, c.period_from, c.period_to, c.screened_by,
               c.version
          from weak_case c join weak_batch b on b.id = c.batch_id join unit u on u.id = c.unit_id\
        """;

    private final JdbcClient jdbc;

    WeakCaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds nothing outside the scope, as if the row did not exist. */
    Optional<WeakCase> find(long id, Scope scope) {
        return jdbc.sql(CASE + " where c.id = :id and u.path between :from and :to")
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(WeakCase.class)
                .optional();
    }

    /** Nobody else adds one until commit. */
    @Unscoped("whether a unit that was found in the caller's scope has one")
    boolean exists(long batch, Unit unit) {
        jdbc.sql("select id from unit where id = :unit for update")
                .param("unit", unit.id().value())
                .query(Long.class)
                .single();
        return jdbc.sql("select count(*) from weak_case where batch_id = :batch and unit_id = :unit for update")
                        .param("batch", batch)
                        .param("unit", unit.id().value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    long insert(long batch, Unit unit, long screenedBy) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into weak_case (batch_id, unit_id, state, round, screened_by, version)
            values (:batch, :unit, 'SCREENED', 1, :by, 1)\
            """)
                .param("batch", batch)
                .param("unit", unit.id().value())
                .param("by", screenedBy)
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Fails if someone else changed the case since it was read. */
    WeakCase update(WeakCase weak) {
        int rows = jdbc.sql("""
            update weak_case set state = :state, round = :round, period_from = :first, period_to = :last,
                   version = version + 1
             where id = :id and version = :version\
            """)
                .param("state", weak.state().name())
                .param("round", weak.round())
                .param("first", weak.periodFrom())
                .param("last", weak.periodTo())
                .param("id", weak.id())
                .param("version", weak.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Weak case " + weak.id());
        return weak.next();
    }

    void insertProblems(long id, Collection<String> types) {
        jdbc.sql("insert into weak_problem (case_id, type) values "
                        + String.join(", ", types.stream().map(type -> "(?, ?)").toList()))
                .params(types.stream()
                        .flatMap(type -> List.<Object>of(id, type).stream())
                        .toList())
                .update();
    }

    @Unscoped("of a case that was found in the caller's scope")
    List<String> listProblems(long id) {
        return jdbc.sql("select type from weak_problem where case_id = :id order by type")
                .param("id", id)
                .query(String.class)
                .list();
    }
}
