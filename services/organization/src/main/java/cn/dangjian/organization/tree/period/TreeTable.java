package cn.dangjian.organization.tree.period;

import cn.dangjian.platform.directory.Unscoped;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tree as a whole: whoever changes its shape holds it until commit.
 *
 * <p>Changes of the tree are rare and must see each other: two moves that cross would make a circle. One lock for all is
 * simple and enough. Take it as the first statement of the transaction, so that what is read afterwards is what the one
 * before has committed.
 */
@Repository
class TreeTable {

    /** The day of a tree of which nothing was told yet, or of which everything is to be told again. */
    static final LocalDate NEVER = LocalDate.of(2000, 1, 1);

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    TreeTable(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Waits until nobody else changes the tree. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock() {
        jdbc.sql("select id from tree_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** The id of the next new unit; under the lock nobody else takes it. */
    @Unscoped("says nothing about any unit")
    @Transactional(propagation = Propagation.MANDATORY)
    long nextId() {
        return jdbc.sql("""
            select greatest(coalesce((select max(id) from unit), 0), coalesce((select max(unit_id) from unit_period), 0)) + 1\
            """).query(Long.class).single();
    }

    /** The day of which table {@code unit} tells the state. */
    @Unscoped("says nothing about any unit")
    LocalDate day() {
        return jdbc.sql("select day from tree_day where id = 1")
                .query(LocalDate.class)
                .single();
    }

    void saveDay(LocalDate day) {
        jdbc.sql("update tree_day set day = :day where id = 1")
                .param("day", day)
                .update();
    }

    void insertLineage(Collection<Lineage> lineage, Approval approval) {
        template.batchUpdate(
                "insert into unit_lineage (predecessor_id, successor_id, reason, day, change_id) values (?, ?, ?, ?,"
                        + " ?)",
                lineage,
                BATCH,
                (statement, one) -> {
                    statement.setLong(1, one.predecessor().value());
                    statement.setLong(2, one.successor().value());
                    statement.setString(3, approval.reason().name());
                    statement.setObject(4, approval.on());
                    statement.setObject(5, approval.change(), Types.BIGINT);
                });
    }
}
