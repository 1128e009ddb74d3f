package cn.dangjian.platform.directory.rows;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Gives repositories their statements. */
@AutoConfiguration(after = JdbcTemplateAutoConfiguration.class)
public class RowsConfiguration {

    @Bean
    Rows rows(NamedParameterJdbcOperations operations) {
        return new Rows(operations);
    }
}
