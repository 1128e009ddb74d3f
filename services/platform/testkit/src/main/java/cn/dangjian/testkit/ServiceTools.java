package cn.dangjian.testkit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The tools that a service test can have injected. */
@TestConfiguration(proxyBeanMethods = false)
@Lazy
class ServiceTools {

    @Bean
    Tokens tokens() {
        return new Tokens();
    }

    @Bean
    Api api(Environment environment) {
        return new Api("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    @Bean
    Broker broker(Environment environment) {
        return new Broker(
                environment.getRequiredProperty("KAFKA_BOOTSTRAP"),
                environment.getRequiredProperty("dangjian.events.topics.prefix"));
    }

    @Bean
    Workers workers(ObjectProvider<ScheduledTaskHolder> holders) {
        return new Workers(holders.stream().toList());
    }

    @Bean
    Province province(ObjectProvider<javax.sql.DataSource> database) {
        return new Province(database.getObject());
    }
}
