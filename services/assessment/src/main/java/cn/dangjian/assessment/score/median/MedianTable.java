package cn.dangjian.assessment.score.median;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Collection;
import java.util.List;
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

    /** Of which scheme scores have changed, and of which measure; empty for all. */
    public record Due(long scheme, String measure) {}

    /** Each mark is a row of its own: nobody who scores waits for whoever makes medians. */
    public void mark(List<Due> due) {
        rows.sql("insert into median_due (scheme_id, measure) values (:scheme, :measure)")
                .each(due);
    }

    record Mark(long id, long scheme, String measure) {}

    /** The oldest marks that nobody else has taken; held until the transaction ends. */
    List<Mark> take(int most) {
        return rows.unscoped("""
            select id, scheme_id scheme, measure from median_due order by id limit :most for update skip locked\
            """).with("most", most).list(Mark.class);
    }

    /** By their keys whatever the planner thinks of a short table: reading all of it would wait for whoever holds the others. */
    void done(List<Mark> marks) {
        rows.sql("delete d from median_due d force index (primary) where d.id in (:ids)")
                .with("ids", marks.stream().map(Mark::id).toList())
                .update();
    }

    /** Nobody else makes medians of this scheme until the transaction ends: whoever does so just now is waited for. */
    void turn(long scheme) {
        rows.sql("""
            insert into peer_median (scheme_id, indicator_id, units, median) values (:scheme, 0, 0, 0)
            on duplicate key update units = values(units)\
            """).with("scheme", scheme).update();
    }

    /**
     * Of an even number the middle lies between two, half a hundredth up.
     *
     * @param measures of which the medians are made, beside that of the sum; all if one of them is empty
     */
    void make(long scheme, Collection<String> measures) {
        rows.sql("""
            delete from peer_median where scheme_id = :scheme
               and (indicator_id = 0 or indicator_id in (select id from indicator i
                     where i.scheme_id = :scheme and ('' in (:measures) or i.measure in (:measures))))\
            """).with("scheme", scheme).with("measures", measures).update();
        rows.sql("""
            insert into peer_median (scheme_id, indicator_id, units, median)
            select :scheme, m.indicator_id, max(m.units), (2 * sum(m.points) + count(*)) div (2 * count(*))
              from (select s.indicator_id, s.points, count(*) over (partition by s.indicator_id) units,
                           row_number() over (partition by s.indicator_id order by s.points) place
                      from (select s.indicator_id, s.points
                              from indicator i straight_join score s force index (score_scheme)
                                on s.scheme_id = i.scheme_id and s.indicator_id = i.id and s.points is not null
                             where i.scheme_id = :scheme and ('' in (:measures) or i.measure in (:measures))
                            union all
                            select 0, total from score_total where scheme_id = :scheme and total is not null) s) m
             where m.place in ((m.units + 1) div 2, (m.units + 2) div 2)
             group by m.indicator_id\
            """).with("scheme", scheme).with("measures", measures).update();
    }
}
