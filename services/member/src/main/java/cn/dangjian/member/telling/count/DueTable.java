package cn.dangjian.member.telling.count;

import static java.util.stream.Collectors.toMap;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tables {@code count_due}, {@code count_page} and {@code count_month}. */
@Repository
class DueTable {

    private static final int AT_ONCE = 1000;

    private final Rows rows;
    private final JdbcTemplate template;

    DueTable(Rows rows, JdbcTemplate template) {
        this.rows = rows;
        this.template = template;
    }

    /** In the order of their numbers, so that nobody waits for each other in a circle. */
    void mark(SortedSet<Long> units) {
        template.batchUpdate(
                "insert into count_due (unit_id) values (?) on duplicate key update unit_id = values(unit_id)",
                units,
                AT_ONCE,
                (statement, unit) -> statement.setLong(1, unit));
    }

    /** All units to which anybody belongs, or has belonged. */
    void markAll() {
        rows.sql("""
            insert into count_due (unit_id)
            select distinct s.unit_id from standing s where s.unit_id is not null
            on duplicate key update unit_id = values(unit_id)\
            """).update();
    }

    /** Some of those that are due; nobody else takes them until the transaction ends. */
    @Unscoped("tells other services; nobody sees the rows")
    List<Long> take(int most) {
        return rows.unscoped("select unit_id from count_due order by unit_id limit :most for update skip locked")
                .with("most", most)
                .list(Long.class);
    }

    void done(Collection<Long> units) {
        rows.sql("delete from count_due where unit_id in (:units)")
                .with("units", units)
                .update();
    }

    /** The next version of each page, held until the transaction ends. */
    Map<Long, Long> nextVersions(SortedSet<Long> pages) {
        template.batchUpdate(
                "insert into count_page (page, version) values (?, 1) on duplicate key update version = version + 1",
                pages,
                AT_ONCE,
                (statement, page) -> statement.setLong(1, page));
        return rows
                .unscoped("select page, version from count_page where page in (:pages)")
                .with("pages", pages)
                .list(Page.class)
                .stream()
                .collect(toMap(Page::page, Page::version));
    }

    private record Page(long page, long version) {}

    /** Whether ages as of this day were not announced before. */
    boolean beginMonth(LocalDate first) {
        return rows.sql("insert ignore into count_month (month) values (:month)")
                        .with("month", first)
                        .update()
                == 1;
    }
}
