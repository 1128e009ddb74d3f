package cn.dangjian.statistics.progress;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.statistics.dispatch.DispatchId;
import cn.dangjian.statistics.tally.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Compares each total with its parts. */
@Repository
class CheckQueries {

    private final JdbcClient jdbc;

    CheckQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A total that is not the sum of its parts.
     *
     * @param excess total minus parts
     */
    record Mismatch(
            @Nullable UnitId unit,
            @Nullable String name,
            @Nullable Tier tier,
            Figures excess) {}

    /**
     * What a dispatch looks like now.
     *
     * @param addressed how many units task has named so far
     * @param unplaced how many of them are in no total because their unit is not known here yet
     */
    record CheckView(long addressed, long unplaced, List<Mismatch> mismatches) {}

    private record Counts(long addressed, long unplaced) {}

    @Unscoped("the caller has been found to be the issuer or above it")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    CheckView getCheck(DispatchId dispatch) {
        var counts = jdbc.sql("""
            select coalesce(sum(addressed), 0) addressed, coalesce(sum(addressed = 1 and counted_path is null), 0) unplaced
              from fact where dispatch = :dispatch\
            """)
                .param("dispatch", dispatch.value())
                .query(Records.of(Counts.class))
                .single();
        return new CheckView(counts.addressed(), counts.unplaced(), listMismatches(dispatch));
    }

    private List<Mismatch> listMismatches(DispatchId dispatch) {
        return jdbc.sql("""
            select coalesce(u.id, l.id) id, coalesce(u.name, l.name) name, coalesce(u.tier, l.tier) tier, x.* from (
              select path, sum(addressed) addressed, sum(delivered) delivered, sum(failed) failed, sum(signed) signed,
                     sum(submitted) submitted, sum(returned) returned, sum(approved) approved, sum(merged) merged,
                     sum(closed) closed, sum(withdrawn) withdrawn
                from (
                  select path, addressed, delivered, failed, signed, submitted, returned, approved, merged, closed, withdrawn
                    from cell where dispatch = :dispatch
                  union all
                  select left(path, length(path) - 5), -addressed, -delivered, -failed, -signed,
                         -submitted, -returned, -approved, -merged, -closed, -withdrawn
                    from cell where dispatch = :dispatch and depth > 1
                  union all
                  select left(counted_path, length(counted_path) - 5), -addressed, -delivered, -failed, -signed,
                         -submitted, -returned, -approved, -merged, -closed, -withdrawn
                    from fact where dispatch = :dispatch and length(counted_path) > 5
                  union all
                  select left(counted_line, length(counted_line) - 5), -addressed, -delivered, -failed, -signed,
                         -submitted, -returned, -approved, -merged, -closed, -withdrawn
                    from fact where dispatch = :dispatch and length(counted_line) > 6) p
               group by path
              having sum(addressed) <> 0 or sum(delivered) <> 0 or sum(failed) <> 0 or sum(signed) <> 0
                  or sum(submitted) <> 0 or sum(returned) <> 0 or sum(approved) <> 0 or sum(merged) <> 0
                  or sum(closed) <> 0 or sum(withdrawn) <> 0) x
              left join unit u on u.path = x.path
              left join unit l on l.line_path = x.path order by x.path limit 200\
            """)
                .param("dispatch", dispatch.value())
                .query((row, number) -> new Mismatch(
                        row.getString("name") == null ? null : new UnitId(row.getLong("id")),
                        row.getString("name"),
                        row.getString("tier") == null ? null : Tier.valueOf(row.getString("tier")),
                        ProgressQueries.figures(row)))
                .list();
    }
}
