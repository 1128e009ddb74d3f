package cn.dangjian.platform.rules;

import cn.dangjian.platform.web.problem.ProblemBundle;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;

/** Brings the texts and tables of rules. */
@AutoConfiguration
@EnableConfigurationProperties(RulesSettings.class)
public class RulesConfiguration {

    @Bean
    ProblemBundle rulesProblems() {
        return new ProblemBundle("cn/dangjian/platform/rules/problems");
    }

    @Bean
    FlywayConfigurationCustomizer rulesTables(RulesSettings settings) {
        return flyway -> {
            if (settings.ownTables()) return;
            var locations = Stream.of(flyway.getLocations()).map(Object::toString);
            flyway.locations(
                    Stream.concat(locations, Stream.of("classpath:db/rules")).toArray(String[]::new));
        };
    }
}
