package cn.dangjian.platform.directory.desk;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Lets a service count days. */
@AutoConfiguration
@EnableConfigurationProperties(DaySettings.class)
public class DeskConfiguration {

    @Bean
    Days days(DaySettings settings, Clock clock) {
        return new Days(settings, clock);
    }
}
