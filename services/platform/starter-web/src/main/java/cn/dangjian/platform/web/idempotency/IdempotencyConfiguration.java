package cn.dangjian.platform.web.idempotency;

import java.time.Clock;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The beans behind {@link Idempotent}, for services with a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(JdbcClient.class)
@EnableConfigurationProperties(IdempotencySettings.class)
public class IdempotencyConfiguration {

    @Bean
    StoredAnswers storedAnswers(JdbcClient jdbc) {
        return new StoredAnswers(jdbc);
    }

    @Bean
    IdempotentAspect idempotentAspect(
            StoredAnswers answers,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock,
            IdempotencySettings settings) {
        return new IdempotentAspect(answers, new Answers(json), transaction, clock, settings);
    }

    @Bean
    Purge idempotencyPurge(StoredAnswers answers, Clock clock, IdempotencySettings settings) {
        return new Purge(answers, clock, settings);
    }

    /** Forgets old answers; several replicas may do so at once without harm. */
    static class Purge {

        private final StoredAnswers answers;
        private final Clock clock;
        private final IdempotencySettings settings;

        Purge(StoredAnswers answers, Clock clock, IdempotencySettings settings) {
            this.answers = answers;
            this.clock = clock;
            this.settings = settings;
        }

        @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
        void purge() {
            int all = 0;
            int rows;
            do {
                rows = answers.purge(clock.instant().minus(settings.keep()));
                all += rows;
            } while (rows > 0);
            if (all > 0) LoggerFactory.getLogger(Purge.class).info("Forgot {} stored answers", all);
        }
    }
}
