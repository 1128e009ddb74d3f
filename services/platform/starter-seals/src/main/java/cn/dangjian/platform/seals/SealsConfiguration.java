package cn.dangjian.platform.seals;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
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
    Reseal reseal(List<SealedRows> tables, TransactionTemplate transaction) {
        return new Reseal(tables, transaction);
    }
}
