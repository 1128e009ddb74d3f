package cn.dangjian.platform.cases;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.DirectoryConfiguration;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.DeskConfiguration;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.directory.rows.RowsConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives a service its cases. */
@AutoConfiguration(after = {DirectoryConfiguration.class, DeskConfiguration.class, RowsConfiguration.class})
public class CaseConfiguration {

    @Bean
    CaseStore caseStore(Rows rows, Directory directory, Days days, ObjectProvider<CaseObserver> observers) {
        return new CaseStore(new CaseTable(rows, observers), directory, days);
    }
}
