package cn.dangjian.task.due;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code working_deadline}. */
@Repository
class WorkingDeadlineTable {

    private final Rows rows;

    WorkingDeadlineTable(Rows rows) {
        this.rows = rows;
    }

    /** A deadline that was counted in working days from a day on. */
    record Counted(long dispatch, LocalDate countedFrom, int workingDays, OffsetDateTime deadline) {

        Counted until(OffsetDateTime other) {
            return new Counted(dispatch, countedFrom, workingDays, other);
        }
    }

    void insert(long dispatch, LocalDate from, Due due) {
        rows.sql("""
            insert into working_deadline (dispatch_id, counted_from, working_days, deadline, provisional)
            values (:dispatch, :from, :workingDays, :at, :provisional)\
            """).with("dispatch", dispatch).with("from", from).with(due).update();
    }

    /** Those that were counted while a notice was not known; nobody else counts them until the transaction ends. */
    @Unscoped("counts again what the platform has counted; nobody sees the rows")
    List<Counted> lockProvisional() {
        return rows.unscoped("""
            select dispatch_id dispatch, counted_from, working_days, deadline
              from working_deadline force index (working_deadline_provisional)
             where provisional = true order by dispatch_id for update\
            """).list(Counted.class);
    }

    void save(Counted counted, boolean provisional) {
        rows.sql("""
            update working_deadline set deadline = :deadline, provisional = :provisional where dispatch_id = :dispatch\
            """).with(counted).with("provisional", provisional).update();
    }
}
