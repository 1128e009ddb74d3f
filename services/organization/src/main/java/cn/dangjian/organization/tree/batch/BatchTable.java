package cn.dangjian.organization.tree.batch;

import cn.dangjian.organization.tree.change.Change;
import cn.dangjian.organization.tree.change.ChangeTable;
import cn.dangjian.platform.directory.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code change_batch}: which proposals came with which list; each is seen by whoever may see its unit. */
@Repository
class BatchTable {

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ChangeTable changes;

    BatchTable(JdbcClient jdbc, JdbcTemplate template, ChangeTable changes) {
        this.jdbc = jdbc;
        this.template = template;
        this.changes = changes;
    }

    /** Those of a list, in as few statements as they need. */
    void insert(long batch, List<Listed> all) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            var ids = changes.insert(some.stream().map(Listed::change).toList());
            template.batchUpdate(
                    "insert into change_batch (batch, line, change_id, code) values (?, ?, ?, ?)",
                    IntStream.range(0, some.size())
                            .mapToObj(i -> new Object[] {
                                batch,
                                some.get(i).line(),
                                ids.get(i),
                                some.get(i).code()
                            })
                            .toList());
        }
    }

    /** Fails if someone else decided about one of them since it was read. */
    void update(List<Change> all) {
        changes.update(all);
    }

    /** Those of a page and all above them. */
    List<Listed> withParents(long batch, List<Listed> page, Scope scope) {
        return new Ancestry(codes -> listOpen(batch, codes, scope)).of(page);
    }

    /** Those that propose units of some codes, as far as there are any, and all above them. */
    List<Listed> withParents(long batch, Set<String> codes, Scope scope) {
        return new Ancestry(wanted -> listOpen(batch, wanted, scope)).of(codes);
    }

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
                .query((row, number) -> new Listed(row.getInt("line"), changes.change(row, number)))
                .list();
    }

    /** Those of a list that nobody has decided about and that propose units of some codes. */
    List<Listed> listOpen(long batch, Collection<String> codes, Scope scope) {
        return jdbc.sql("""
            select b.line, c.* from change_batch b join unit_change c on c.id = b.change_id and c.state = 'PROPOSED'
              join unit u on u.id = c.subject_id
             where b.batch = :batch and b.code in (:codes)
               and u.path between :from and :to
             order by b.line\
            """)
                .param("batch", batch)
                .param("codes", codes)
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> new Listed(row.getInt("line"), changes.change(row, number)))
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
}
