package cn.dangjian.platform.files;

import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.web.problem.ProblemBundle;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;

/** Brings the texts with which files are refused, and the tables of a service that takes files of rows. */
@AutoConfiguration
@EnableConfigurationProperties(FilesSettings.class)
public class FilesConfiguration {

    @Bean
    ProblemBundle filesProblems() {
        return new ProblemBundle("cn/dangjian/platform/files/problems");
    }

    @Bean
    @ConditionalOnBean(Form.class)
    FlywayConfigurationCustomizer filesTables(FilesSettings settings) {
        return flyway -> {
            if (settings.ownTables()) return;
            var locations = Stream.of(flyway.getLocations()).map(Object::toString);
            flyway.locations(
                    Stream.concat(locations, Stream.of("classpath:db/files")).toArray(String[]::new));
        };
    }
}
