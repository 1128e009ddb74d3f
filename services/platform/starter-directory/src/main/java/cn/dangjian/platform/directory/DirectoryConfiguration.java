package cn.dangjian.platform.directory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives a service its directory of units. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@EnableConfigurationProperties(DirectorySettings.class)
public class DirectoryConfiguration {

    @Bean
    UnitTable unitTable(JdbcTemplate template, JdbcClient jdbc) {
        return new UnitTable(template, jdbc);
    }

    @Bean
    Directory directory(UnitTable units) {
        return new Directory(units);
    }

    /** Off only where the table itself is the source of the events. */
    @Bean
    @ConditionalOnProperty(name = "dangjian.directory.listen", havingValue = "true", matchIfMissing = true)
    UnitListener unitListener(UnitTable units, ObjectProvider<UnitObserver> observers) {
        return new UnitListener(units, observers.orderedStream().toList());
    }

    @Bean
    DirectoryEndpoint directoryEndpoint(UnitTable units) {
        return new DirectoryEndpoint(units);
    }
}
