package cn.dangjian.platform.events.wiring;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.events.incoming.Hearers;
import cn.dangjian.platform.events.incoming.Hearing;
import cn.dangjian.platform.events.incoming.HearingSettings;
import cn.dangjian.platform.events.incoming.InboxTable;
import cn.dangjian.platform.events.incoming.ParkedTable;
import cn.dangjian.platform.events.incoming.Parking;
import cn.dangjian.platform.events.incoming.Traces;
import cn.dangjian.platform.events.outgoing.OutboxTable;
import cn.dangjian.platform.events.outgoing.Relay;
import cn.dangjian.platform.events.outgoing.RelaySettings;
import cn.dangjian.platform.events.outgoing.TransactionalOutbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service its outbox, its relay and its ears. */
@AutoConfiguration(
        after = {KafkaAutoConfiguration.class, JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class})
@EnableConfigurationProperties({RelaySettings.class, HearingSettings.class, TopicSettings.class})
public class EventsConfiguration {

    @Bean
    static Hearers hearers() {
        return new Hearers();
    }

    @Bean
    OutboxTable outboxTable(JdbcTemplate template, JdbcClient jdbc) {
        return new OutboxTable(template, jdbc);
    }

    @Bean
    Topics topics(KafkaAdmin admin, TopicSettings settings, Hearers hearers, Environment environment) {
        admin.setAutoCreate(false);
        return new Topics(admin, settings, hearers, service(environment));
    }

    @Bean
    Relay relay(
            OutboxTable table,
            KafkaTemplate<?, ?> broker,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock,
            RelaySettings settings,
            TopicSettings named,
            Topics topics) {
        @SuppressWarnings("unchecked")
        var texts = (KafkaTemplate<String, String>) broker;
        return new Relay(table, texts, transaction, json, clock, settings, named.prefix(), topics::ensure);
    }

    @Bean
    TransactionalOutbox outbox(
            OutboxTable table, Relay relay, JsonMapper json, Clock clock, ObjectProvider<Tracer> tracer) {
        return new TransactionalOutbox(table, relay, json, clock, tracer);
    }

    @Bean
    InboxTable inboxTable(JdbcTemplate template, JdbcClient jdbc) {
        return new InboxTable(template, jdbc);
    }

    @Bean
    ParkedTable parkedTable(JdbcClient jdbc) {
        return new ParkedTable(jdbc);
    }

    @Bean
    Hearing hearing(
            InboxTable inbox, ParkedTable parked, TransactionTemplate transaction, ObjectProvider<Tracer> tracer) {
        return new Hearing(inbox, parked, transaction, new Traces(tracer));
    }

    @Bean
    Parking parking(
            ParkedTable table,
            Hearers hearers,
            Hearing hearing,
            TransactionTemplate transaction,
            TransactionalOutbox outbox,
            Clock clock,
            Environment environment) {
        return new Parking(table, hearers, hearing, transaction, deadLetters(outbox, service(environment)), clock);
    }

    /** The data of {@code <service>.dead-letter.v1}. */
    record DeadLetter(String consumer, Event<?> event, String error) {}

    private static Parking.DeadLetters deadLetters(TransactionalOutbox outbox, String service) {
        return (consumer, event, error) -> outbox.appendTo(
                service + Topics.DEAD_LETTER,
                List.of(new Outbox.Entry(
                        service + ".dead-letter.v1",
                        consumer + "/" + event.key(),
                        event.version(),
                        event.subject(),
                        new DeadLetter(consumer, event, error))));
    }

    @Bean
    Listeners eventListeners(
            ConsumerFactory<?, ?> consumers,
            Hearers hearers,
            Hearing hearing,
            Parking parking,
            HearingSettings settings,
            Environment environment,
            Topics topics) {
        @SuppressWarnings("unchecked")
        var texts = (ConsumerFactory<String, String>) consumers;
        return new Listeners(texts, hearers, hearing, parking, settings, service(environment), topics);
    }

    @Bean
    Vitals vitals(MeterRegistry meters, ApplicationAvailability availability) {
        return new Vitals(meters, availability);
    }

    @Bean
    EventsEndpoint eventsEndpoint(OutboxTable outbox, Relay relay, ParkedTable parked, Parking parking, Vitals vitals) {
        return new EventsEndpoint(outbox, relay, parked, parking, vitals);
    }

    /** What waits, for an alarm: it rings when these only grow. */
    @Bean
    MeterBinder waiting(OutboxTable outbox, ParkedTable parked, Clock clock) {
        return new WaitingGauges(outbox, parked, clock);
    }

    @Bean
    Housekeeping eventsHousekeeping(
            Relay relay, InboxTable inbox, Parking parking, Clock clock, HearingSettings settings) {
        return new Housekeeping(relay, inbox, parking, clock, settings);
    }

    private static String service(Environment environment) {
        return environment.getRequiredProperty("spring.application.name");
    }

    /** Forgets what no replay needs, and frees keys that wait for nothing; harmless on several replicas at once. */
    static class Housekeeping {

        private final Relay relay;
        private final InboxTable inbox;
        private final Parking parking;
        private final Clock clock;
        private final HearingSettings settings;

        Housekeeping(Relay relay, InboxTable inbox, Parking parking, Clock clock, HearingSettings settings) {
            this.relay = relay;
            this.inbox = inbox;
            this.parking = parking;
            this.clock = clock;
            this.settings = settings;
        }

        @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT1H")
        void forget() {
            relay.purge();
            inbox.purge(clock.instant().minus(settings.keep()));
        }

        @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
        void free() {
            parking.sweep();
        }
    }
}
