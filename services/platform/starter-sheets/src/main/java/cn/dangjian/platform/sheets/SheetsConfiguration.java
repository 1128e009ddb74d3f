package cn.dangjian.platform.sheets;

import cn.dangjian.platform.web.problem.ProblemBundle;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Brings the texts with which sheets are refused. */
@AutoConfiguration
public class SheetsConfiguration {

    @Bean
    ProblemBundle sheetsProblems() {
        return new ProblemBundle("cn/dangjian/platform/sheets/problems");
    }
}
