package cn.dangjian.assessment.score.median;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code peer_median} and {@code median_due}. */
@Repository
@Unscoped("the middle of many says nothing of one; whoever is scored by a scheme may know it")
public class MedianTable {

    private final Rows rows;

    MedianTable(Rows rows) {
        this.rows = rows;
    }

    /** @param indicator 0 for the sum */
    public record Median(long indicator, int units, int median) {}

    public List<Median> list(long scheme) {
        return rows.unscoped("select indicator_id indicator, units, median from peer_median where scheme_id = :scheme")
                .with("scheme", scheme)
                .list(Median.class);
    }

    /** Scores of these schemes have changed. */
    public void mark(List<Long> schemes) {
        record Due(long scheme) {}
        rows.sql("insert into median_due (scheme_id) values (:scheme) on duplicate key update scheme_id = scheme_id")
                .each(schemes.stream().map(Due::new).toList());
    }

    Optional<Long> take() {
        return rows.unscoped("select scheme_id from median_due order by scheme_id limit 1 for update skip locked")
                .find(Long.class);
    }

    /** Of an even number the middle lies between two, half a hundredth up. */
    void make(long scheme) {
        rows.sql("delete from peer_median where scheme_id = :scheme")
                .with("scheme", scheme)
                .update();
        rows.sql("""
            insert into peer_median (scheme_id, indicator_id, units, median)
            select :scheme, m.indicator_id, max(m.units), (2 * sum(m.points) + count(*)) div (2 * count(*))
              from (select s.indicator_id, s.points, count(*) over (partition by s.indicator_id) units,
                           row_number() over (partition by s.indicator_id order by s.points) place
                      from (select indicator_id, points from score where scheme_id = :scheme and points is not null
                            union all
                            select 0, total from score_total where scheme_id = :scheme and total is not null) s) m
             where m.place in ((m.units + 1) div 2, (m.units + 2) div 2)
             group by m.indicator_id\
            """).with("scheme", scheme).update();
        rows.sql("delete from median_due where scheme_id = :scheme")
                .with("scheme", scheme)
                .update();
    }
}
