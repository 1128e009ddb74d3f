package cn.dangjian.organization.tree.period;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
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
    private static final String OF_FILE = " r.import_id = :import and r.file_no = :file ";

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

    /** Makes units of staged rows, by set: each row of one file that an import has given an id. */
    void establish(Tree.Staged staged, Approval approval) {
        of(staged, """
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from, valid_to)
            select r.unit_id, p.id, r.code, r.name, :tier, r.kind, r.domain,
                   concat(p.path, convert(lower(lpad(conv(r.unit_id, 10, 36), 5, '0')) using ascii)), 1, :day, null
              from import_row r join unit p on p.code = r.parent_code and p.valid_to is null
             where r.outcome = 'ESTABLISHED' and\
            """ + OF_FILE)
                .param("tier", staged.tier().name())
                .param("day", approval.on())
                .update();
        of(staged, """
            insert into unit_place (unit_id, valid_from, valid_to, path)
            select u.id, :day, :forever, u.path from import_row r join unit u on u.id = r.unit_id
             where r.outcome = 'ESTABLISHED' and\
            """ + OF_FILE)
                .param("day", approval.on())
                .param("forever", Period.FOREVER)
                .update();
        of(staged, """
            insert into unit_period (unit_id, valid_from, valid_to, ended, parent_id, code, name, tier, kind, domain,
                                     reason, subject, at)
            select u.id, :day, :forever, false, u.parent_id, u.code, u.name, u.tier, u.kind, u.domain,
                   :reason, :subject, :at
              from import_row r join unit u on u.id = r.unit_id
             where r.outcome = 'ESTABLISHED' and\
            """ + OF_FILE)
                .param("day", approval.on())
                .param("forever", Period.FOREVER)
                .param("reason", approval.reason().name())
                .param("subject", approval.subject())
                .param("at", LocalDateTime.ofInstant(approval.at(), ZoneOffset.UTC))
                .update();
        countStaged(staged);
    }

    /** As many rows as there are units above; the paths are those of a tree whose tiers have five digits each. */
    private void countStaged(Tree.Staged staged) {
        of(staged, """
            insert into unit_count (unit_id, tier, units)
            select conv(substring(u.path, k.step * 5 - 4, 5), 36, 10), u.tier, count(*)
              from import_row r join unit u on u.id = r.unit_id
              join (select 1 step union all select 2 union all select 3 union all select 4 union all select 5) k
                on k.step < length(u.path) div 5
             where r.outcome = 'ESTABLISHED' and u.kind <> 'DIVISION_GROUP' and\
            """ + OF_FILE + " group by 1, 2 on duplicate key update units = units + values(units)")
                .update();
    }

    private StatementSpec of(Tree.Staged staged, String sql) {
        return jdbc.sql(sql).param("import", staged.importId()).param("file", staged.file());
    }

    /** From the first unit on, also if it is under way. */
    void beginRetelling() {
        jdbc.sql("insert into unit_retelling (id, upto) values (1, 0) on duplicate key update upto = 0")
                .update();
    }

    /** Up to which unit the tree was told again; none if it is not. */
    @Unscoped("tells the house; nobody sees the rows")
    Optional<Long> findRetelling() {
        return jdbc.sql("select upto from unit_retelling where id = 1")
                .query(Long.class)
                .optional();
    }

    void advanceRetelling(UnitId upto) {
        jdbc.sql("update unit_retelling set upto = :upto where id = 1")
                .param("upto", upto.value())
                .update();
    }

    void endRetelling() {
        jdbc.sql("delete from unit_retelling where id = 1").update();
    }

    /** The next units by number, also those that have ended. */
    @Unscoped("tells the house; nobody sees the rows")
    List<UnitId> listNext(long after, int most) {
        return jdbc
                .sql("select id from unit where id > :after order by id limit :most")
                .param("after", after)
                .param("most", most)
                .query(Long.class)
                .list()
                .stream()
                .map(UnitId::new)
                .toList();
    }
}
