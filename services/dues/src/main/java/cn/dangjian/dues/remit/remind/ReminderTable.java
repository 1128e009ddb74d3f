package cn.dangjian.dues.remit.remind;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code remittance_reminder}: rows are added, never changed. */
@Repository
class ReminderTable {

    private static final String REMINDER = """
        select r.id, r.unit_id, u.name unit_name, r.by_id, r.overdue_fen, r.since, r.text, r.subject, r.at
          from remittance_reminder r join unit u on u.id = r.unit_id and {scope u}\
        """;

    private final Rows rows;

    ReminderTable(Rows rows) {
        this.rows = rows;
    }

    long insert(Unit unit, Yuan overdue, LocalDate since, String text, Desk desk) {
        return rows.sql("""
            insert into remittance_reminder (unit_id, by_id, overdue_fen, since, text, subject, at)
            values (:unit, :by, :overdue, :since, :text, :subject, :at)\
            """)
                .with("unit", unit.id())
                .with("by", desk.unit().id())
                .with("overdue", overdue.fen())
                .with("since", since)
                .with("text", text)
                .by(desk)
                .insert();
    }

    Optional<Reminder> find(long id, Scope scope) {
        return rows.sql(REMINDER + " where r.id = :id").in(scope).with("id", id).find(ReminderTable::reminder);
    }

    /** The newest first. */
    List<Reminder> list(Slice slice, Scope scope) {
        return rows.sql(REMINDER + " where r.id < :before order by r.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list(ReminderTable::reminder);
    }

    private static Reminder reminder(ResultSet row, int number) throws SQLException {
        return new Reminder(
                row.getLong("id"),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getLong("by_id"),
                new Yuan(row.getLong("overdue_fen")),
                row.getObject("since", LocalDate.class),
                row.getString("text"),
                row.getString("subject"),
                row.getObject("at", LocalDateTime.class).atOffset(ZoneOffset.UTC));
    }
}
