package cn.dangjian.member.telling.due;

import static java.util.stream.Collectors.toMap;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tables {@code due} and {@code due_page}; numbers come in their order, so that nobody waits for each other in a circle. */
@Repository
class DueTable {

    private static final int AT_ONCE = 1000;

    private final Rows rows;
    private final JdbcTemplate template;

    DueTable(Rows rows, JdbcTemplate template) {
        this.rows = rows;
        this.template = template;
    }

    void mark(String kind, Collection<Long> numbers) {
        insert("(?, ?, true) on duplicate key update changed = true", kind, numbers);
    }

    /** One that has changed too stays so. */
    void markAgain(String kind, Collection<Long> numbers) {
        insert("(?, ?, false) on duplicate key update changed = changed", kind, numbers);
    }

    private void insert(String row, String kind, Collection<Long> numbers) {
        template.batchUpdate(
                "insert into due (kind, id, changed) values " + row, numbers, AT_ONCE, (statement, number) -> {
                    statement.setString(1, kind);
                    statement.setLong(2, number);
                });
    }

    /** Some of those that are due; nobody else takes them until the transaction ends. */
    @Unscoped("tells other services; nobody sees the rows")
    List<Long> take(String kind, int most) {
        return rows.unscoped("select id from due where kind = :kind order by id limit :most for update skip locked")
                .with("kind", kind)
                .with("most", most)
                .list(Long.class);
    }

    /** The index is named: without it they may be looked for among all, also those that somebody else is marking. */
    void done(String kind, Collection<Long> numbers) {
        rows.sql("delete d from due d force index (primary) where d.kind = :kind and d.id in (:numbers)")
                .with("kind", kind)
                .with("numbers", numbers)
                .update();
    }

    /** The next version of each page, held until the transaction ends. */
    Map<Long, Long> nextVersions(String kind, SortedSet<Long> pages) {
        template.batchUpdate(
                "insert into due_page (kind, page, version) values (?, ?, 1)"
                        + " on duplicate key update version = version + 1",
                pages,
                AT_ONCE,
                (statement, page) -> {
                    statement.setString(1, kind);
                    statement.setLong(2, page);
                });
        return rows
                .unscoped("select page, version from due_page where kind = :kind and page in (:pages)")
                .with("kind", kind)
                .with("pages", pages)
                .list(Page.class)
                .stream()
                .collect(toMap(Page::page, Page::version));
    }

    private record Page(long page, long version) {}
}
