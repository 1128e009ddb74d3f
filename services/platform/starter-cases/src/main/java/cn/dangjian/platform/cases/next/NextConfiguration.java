package cn.dangjian.platform.cases.next;

import cn.dangjian.platform.cases.CaseConfiguration;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.rows.Rows;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service the door at which people see what is to be done. */
@AutoConfiguration(after = CaseConfiguration.class)
public class NextConfiguration {

    @Bean
    OpenCaseController openCaseController(CaseStore store, Rows rows, JsonMapper json, Directory directory) {
        return new OpenCaseController(new OpenCases(store, new OpenCaseQueries(rows, json), directory));
    }
}
