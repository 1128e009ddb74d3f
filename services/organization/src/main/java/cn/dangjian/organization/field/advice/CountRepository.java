package cn.dangjian.organization.field.advice;

import cn.dangjian.organization.tree.rollup.StaleTable;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code member_count}: written by the listener only. */
@Repository
class CountRepository {

    private final Rows rows;
    private final StaleTable stale;

    CountRepository(Rows rows, StaleTable stale) {
        this.rows = rows;
        this.stale = stale;
    }

    record Count(
            long unit,
            int full,
            int probationary,
            int retired,
            @Nullable Integer open,
            long version) {}

    /** Writes what is newer than the rows; an older version changes nothing. */
    void save(List<Count> counts) {
        rows.sql("""
            insert into member_count (unit_id, full_members, probationary, retired, open_files, version)
            values (:unit, :full, :probationary, :retired, :open, :version)
            on duplicate key update
                full_members = if(values(version) > version, values(full_members), full_members),
                probationary = if(values(version) > version, values(probationary), probationary),
                retired = if(values(version) > version, values(retired), retired),
                open_files = if(values(version) > version, values(open_files), open_files),
                version = greatest(version, values(version))\
            """).each(counts);
        stale.add(counts.stream().map(Count::unit).toList());
    }
}
