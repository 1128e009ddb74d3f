package cn.dangjian.platform.seals;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a service seal what it stores of people. */
@AutoConfiguration(after = TransactionAutoConfiguration.class)
@EnableConfigurationProperties(SealSettings.class)
public class SealsConfiguration {

    @Bean
    Seals seals(SealSettings settings) {
        return new Seals(settings);
    }

    @Bean
    @ConditionalOnBean(SealedRows.class)
    Reseal reseal(
            List<SealedRows> rows,
            Seals seals,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        var reseal = new Reseal(rows, seals, jdbc, transaction);
        Gauge.builder("dangjian.seals.broken", reseal, Reseal::broken)
                .description("Rows with sealed values that do not open")
                .register(meters);
        return reseal;
    }
}
