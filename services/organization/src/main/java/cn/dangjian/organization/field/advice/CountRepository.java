package cn.dangjian.organization.field.advice;

import cn.dangjian.organization.tree.rollup.StaleTable;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Table {@code member_count}: written by the listener only. */
@Repository
class CountRepository {

    private static final int AT_ONCE = 1000;

    private final JdbcTemplate template;
    private final StaleTable stale;

    CountRepository(JdbcTemplate template, StaleTable stale) {
        this.template = template;
        this.stale = stale;
    }

    record Count(long unit, int full, int probationary, int retired, long version) {}

    /** Writes what is newer than the rows; an older version changes nothing. */
    void save(List<Count> counts) {
        template.batchUpdate("""
            insert into member_count (unit_id, full_members, probationary, retired, version) values (?, ?, ?, ?, ?)
            on duplicate key update
                full_members = if(values(version) > version, values(full_members), full_members),
                probationary = if(values(version) > version, values(probationary), probationary),
                retired = if(values(version) > version, values(retired), retired),
                version = greatest(version, values(version))\
            """, counts, AT_ONCE, (statement, count) -> {
            statement.setLong(1, count.unit());
            statement.setInt(2, count.full());
            statement.setInt(3, count.probationary());
            statement.setInt(4, count.retired());
            statement.setLong(5, count.version());
        });
        stale.add(counts.stream().map(Count::unit).toList());
    }
}
