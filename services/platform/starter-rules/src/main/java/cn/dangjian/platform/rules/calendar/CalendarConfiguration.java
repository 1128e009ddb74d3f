package cn.dangjian.platform.rules.calendar;

import cn.dangjian.platform.directory.rows.RowsConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Lets a service count working days. */
@AutoConfiguration(after = RowsConfiguration.class)
@Import({NoticeTable.class, EnterNotice.class, CalendarController.class})
public class CalendarConfiguration {

    @Bean
    WorkingDays workingDays(NoticeTable entered) {
        return new WorkingDays(entered::list);
    }
}
