package cn.dangjian.member.telling.told;

import static java.util.stream.Collectors.toMap;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tables {@code told_due} and {@code told_page}. */
@Repository
class ToldTable {

    private static final int AT_ONCE = 1000;

    private final Rows rows;
    private final JdbcTemplate template;

    ToldTable(Rows rows, JdbcTemplate template) {
        this.rows = rows;
        this.template = template;
    }

    /** In the order of their numbers, so that nobody waits for each other in a circle. */
    void mark(SortedSet<Long> members) {
        template.batchUpdate(
                "insert into told_due (member_id) values (?) on duplicate key update member_id = values(member_id)",
                members,
                AT_ONCE,
                (statement, member) -> statement.setLong(1, member));
    }

    void markAll() {
        rows.sql("""
            insert into told_due (member_id) select m.id from member m
            on duplicate key update member_id = values(member_id)\
            """).update();
    }

    /** Some of those that are due; nobody else takes them until the transaction ends. */
    @Unscoped("tells other services; nobody sees the rows")
    List<Long> take(int most) {
        return rows.unscoped("select member_id from told_due order by member_id limit :most for update skip locked")
                .with("most", most)
                .list(Long.class);
    }

    void done(Collection<Long> members) {
        rows.sql("delete from told_due where member_id in (:members)")
                .with("members", members)
                .update();
    }

    /** The next version of each page, held until the transaction ends. */
    Map<Long, Long> nextVersions(SortedSet<Long> pages) {
        template.batchUpdate(
                "insert into told_page (page, version) values (?, 1) on duplicate key update version = version + 1",
                pages,
                AT_ONCE,
                (statement, page) -> statement.setLong(1, page));
        return rows
                .unscoped("select page, version from told_page where page in (:pages)")
                .with("pages", pages)
                .list(Page.class)
                .stream()
                .collect(toMap(Page::page, Page::version));
    }

    private record Page(long page, long version) {}
}
