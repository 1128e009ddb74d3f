package cn.dangjian.dues.care.late;

import cn.dangjian.dues.roll.Payer;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code reminder}; other rooms ask here when somebody was reminded. */
@Repository
public class ReminderTable {

    private final Rows rows;

    ReminderTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * That somebody was reminded.
     *
     * @param months how many were open in a row
     * @param fen what was open
     */
    public record Reminder(
            LocalDate day, int months, long fen, @Nullable String note) {}

    @Unscoped("the member was found in the caller's scope, or asks for himself")
    public List<Reminder> list(long member) {
        return rows.unscoped("""
            select day, months, fen, note from reminder where member_id = :member order by day desc limit 100\
            """).with("member", member).list(Reminder.class);
    }

    void insert(Payer payer, Reminder reminder, Desk desk) {
        rows.sql("""
            insert into reminder (member_id, unit_id, day, months, fen, note, subject, at)
            values (:member, :unit, :day, :months, :fen, :note, :subject, :at)\
            """).with(payer).with(reminder).by(desk).update();
    }
}
