package cn.dangjian.platform.directory.heir;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.DeskConfiguration;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.directory.rows.RowsConfiguration;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Lets a service pass on what units had that have ended, if it has something that units leave behind. */
@AutoConfiguration(after = {RowsConfiguration.class, DeskConfiguration.class})
@ConditionalOnBean(Estate.class)
public class HeirConfiguration {

    @Bean
    HeirTable heirTable(Rows rows) {
        return new HeirTable(rows);
    }

    @Bean
    Inherit inherit(HeirTable table, List<Estate> estates) {
        return new Inherit(table, estates);
    }

    @Bean
    HeirListener heirListener(Inherit inherit) {
        return new HeirListener(inherit);
    }

    @Bean
    Latecomers latecomers(Inherit inherit, Days days) {
        return new Latecomers(inherit, days);
    }
}
