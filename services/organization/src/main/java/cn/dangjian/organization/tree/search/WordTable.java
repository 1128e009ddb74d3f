package cn.dangjian.organization.tree.search;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tables {@code unit_word}, {@code unit_initials} and {@code word_pending}. */
@Repository
class WordTable {

    private static final int BATCH = 1000;

    private final Rows rows;
    private final JdbcTemplate template;

    WordTable(Rows rows, JdbcTemplate template) {
        this.rows = rows;
        this.template = template;
    }

    /** The name of a unit by which it is to be found. */
    record Named(long unit, String name) {}

    record Word(long unit, String word) {}

    void await(Collection<Unit> units) {
        template.batchUpdate(
                "insert into word_pending (unit_id) values (?) on duplicate key update unit_id = values(unit_id)",
                units,
                BATCH,
                (statement, unit) -> statement.setLong(1, unit.id().value()));
    }

    /** Some of those that wait, for this transaction alone; the units themselves are left to whoever changes the tree. */
    @Unscoped("takes names apart, whoever may see them")
    List<Named> listPending(int limit) {
        var waiting = rows.unscoped("""
            select unit_id from word_pending order by unit_id limit :limit for update skip locked\
            """).with("limit", limit).list(Long.class);
        if (waiting.isEmpty()) return List.of();
        return rows.unscoped("select id unit, name from unit where id in (:ids) order by id")
                .with("ids", waiting)
                .list(Named.class);
    }

    void replace(List<Named> units, List<Word> words, Map<Long, String> initials) {
        var ids = units.stream().map(Named::unit).toList();
        rows.sql("delete from unit_word where unit_id in (:ids)")
                .with("ids", ids)
                .update();
        rows.sql("delete from unit_initials where unit_id in (:ids)")
                .with("ids", ids)
                .update();
        template.batchUpdate(
                "insert into unit_word (word, unit_id) values (?, ?) on duplicate key update unit_id = values(unit_id)",
                words,
                BATCH,
                (statement, word) -> {
                    statement.setString(1, word.word());
                    statement.setLong(2, word.unit());
                });
        template.batchUpdate(
                "insert into unit_initials (unit_id, initials) values (?, ?)",
                initials.entrySet(),
                BATCH,
                (statement, one) -> {
                    statement.setLong(1, one.getKey());
                    statement.setString(2, one.getValue());
                });
        // by their keys whatever the planner thinks of a short table: other replicas hold the others
        rows.sql("delete w from word_pending w force index (primary) where w.unit_id in (:ids)")
                .with("ids", ids)
                .update();
    }
}
