package cn.dangjian.assessment.result.consequence;

import cn.dangjian.assessment.result.consequence.Consequence.State;
import cn.dangjian.assessment.result.ladder.Measure;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code overdue_said}: of which day it was said that it is past. */
@Repository
@Unscoped("tells whoever must act; nobody sees the rows")
class OverdueTable {

    private final Rows rows;

    OverdueTable(Rows rows) {
        this.rows = rows;
    }

    /** A case that is past its day. */
    record Overdue(
            long id,
            long unit,
            long owner,
            State state,
            @Nullable Measure measure,
            LocalDate due,
            long version) {}

    /** Some of which it was not said yet; nobody else takes them, nor takes a step, until the transaction ends. */
    List<Overdue> take(LocalDate today, int most) {
        return rows.unscoped("""
            select f.id, f.unit_id unit, c.owner_id owner, f.state, c.measure, f.due_on due, f.version
              from case_file f join consequence c on c.id = f.id
              left join overdue_said s on s.consequence_id = f.id and s.due_on = f.due_on
             where f.kind = 'consequences' and f.closed_at is null and f.due_on < :today and s.consequence_id is null
             order by f.id limit :most for update skip locked\
            """).with("today", today).with("most", most).list(Overdue.class);
    }

    void said(List<Overdue> overdue) {
        rows.sql("insert into overdue_said (consequence_id, due_on) values (:id, :due)")
                .each(overdue);
    }
}
