package cn.dangjian.platform.rules.calendar;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.rules.calendar.EnterNotice.Day;
import cn.dangjian.platform.rules.calendar.EnterNotice.NoticeRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Repository;

/** Tables {@code working_year} and {@code working_day}: notices that were entered. */
@Repository
class NoticeTable {

    private final Rows rows;

    NoticeTable(Rows rows) {
        this.rows = rows;
    }

    /** All of them, read at once: a few rows for each year. */
    @Unscoped("holidays are everybody's")
    Collection<Notice> list() {
        Map<Integer, Notice> notices = new TreeMap<>();
        rows.unscoped("""
            select y.year, y.source, d.day, d.working from working_year y
              left join working_day d on year(d.day) = y.year order by y.year, d.day\
            """).list((row, number) -> {
            int year = row.getInt("year");
            String source = row.getString("source");
            var notice = notices.computeIfAbsent(year, key -> new Notice(year, true, new TreeMap<>(), source));
            var day = row.getObject("day", LocalDate.class);
            if (day != null) notice.days().put(day, row.getBoolean("working"));
            return year;
        });
        return notices.values();
    }

    /** In place of what was entered for the year before. */
    void replace(int year, NoticeRequest notice, String subject, Instant now) {
        rows.sql("delete from working_day where year(day) = :year")
                .with("year", year)
                .update();
        rows.sql("""
            insert into working_year (year, source, subject, at) values (:year, :source, :subject, :at)
                on duplicate key update source = :source, subject = :subject, at = :at\
            """)
                .with("year", year)
                .with("source", notice.source())
                .with("subject", subject)
                .with("at", now)
                .update();
        List<Day> days = notice.days();
        rows.sql("insert into working_day (day, working) values (:day, :working)")
                .each(days);
    }
}
