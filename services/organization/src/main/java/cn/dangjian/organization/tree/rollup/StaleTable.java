package cn.dangjian.organization.tree.rollup;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table {@code rollup_stale}: who changes facts says here, in the same transaction, at which units. Reading takes these
 * units' figures from the facts until they have been counted again.
 */
@Repository
@Unscoped("which units are to be counted anew")
public class StaleTable {

    /** No unit has this id; in the table it stands for all of them. */
    private static final long ALL = 0;

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    StaleTable(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    record Entry(long id, long unit) {

        boolean isAll() {
            return unit == ALL;
        }
    }

    /**
     * By which rules was counted last.
     *
     * @param rules the checksum of the files that they are written in
     */
    record Counted(LocalDate day, long rules) {}

    Counted day() {
        return jdbc.sql("select day, rules from rollup_day where id = 1")
                .query(Records.of(Counted.class))
                .single();
    }

    void saveDay(Counted counted) {
        jdbc.sql("update rollup_day set day = :day, rules = :rules where id = 1")
                .param("day", counted.day())
                .param("rules", counted.rules())
                .update();
    }

    /** At these units, and thereby at those above them, something else may be counted from now on. */
    public void add(Collection<Long> units) {
        template.batchUpdate(
                "insert into rollup_stale (unit_id) values (?)",
                units,
                BATCH,
                (statement, unit) -> statement.setLong(1, unit));
    }

    /** The same for a whole subtree. */
    public void addAll(Scope scope) {
        jdbc.sql("insert into rollup_stale (unit_id) select id from unit where path between :from and :to")
                .param("from", scope.from())
                .param("to", scope.to())
                .update();
    }

    /** Count everything anew. */
    public void addAll() {
        add(List.of(ALL));
    }

    void deleteAll() {
        jdbc.sql("delete from rollup_stale").update();
    }

    void addEveryUnit() {
        jdbc.sql("insert into rollup_stale (unit_id) select id from unit").update();
    }

    List<Entry> list(int limit) {
        return jdbc.sql("select id, unit_id from rollup_stale order by id limit :limit")
                .param("limit", limit)
                .query((row, number) -> new Entry(row.getLong(1), row.getLong(2)))
                .list();
    }

    boolean holdsAll() {
        return jdbc.sql("select 1 from rollup_stale where unit_id = :all limit 1")
                .param("all", ALL)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The paths of those that lie in a scope. */
    List<String> listPaths(Scope scope) {
        return jdbc.sql("""
            select distinct u.path from rollup_stale s join unit u on u.id = s.unit_id
             where u.path between :from and :to\
            """)
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The paths of all of them: what is counted at a unit may depend on one that is below it, but not in its line. */
    List<String> listPaths() {
        return jdbc.sql("select distinct u.path from rollup_stale s join unit u on u.id = s.unit_id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Not by the greatest id: a smaller one may be on its way. */
    void delete(List<Entry> entries) {
        template.batchUpdate(
                "delete from rollup_stale where id = ?",
                entries,
                BATCH,
                (statement, entry) -> statement.setLong(1, entry.id()));
    }
}
