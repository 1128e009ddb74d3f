package cn.dangjian.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Facts come in at a steady rate, one in each event: of some of them it is looked how long it takes from the broker until the
 * score knows.
 */
final class AssessmentFacts {

    private static final int RATE = 500;
    private static final Duration TIME = Duration.ofSeconds(20);
    /** Of so many facts one is followed. */
    private static final int FOLLOWED = 23;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Between two looks, which would take a core from those who are measured. */
    private static final Duration LOOK = Duration.ofMillis(50);
    /** Between two sendings. */
    private static final Duration PAUSE = Duration.ofMillis(2);

    private static final String TYPE = "assessment.facts-told.v1";

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final Site site;
    private final long scheme;
    /** Facts of a further turn are newer than those of the one before. */
    private long version = 1;

    AssessmentFacts(Site site, long scheme) {
        this.site = site;
        this.scheme = scheme;
    }

    /** A fact that is on its way: at the score it is there when the sum is at least that of its version. */
    private record Sent(long version, long at) {}

    String run() {
        var units = site.jdbc()
                .sql("select distinct unit_id from assessment.score where scheme_id = :scheme order by unit_id"
                        + " limit 20000")
                .param("scheme", scheme)
                .query(Long.class)
                .list();
        turn(units, Duration.ofSeconds(4));
        var worst = new ArrayList<Double>();
        for (int turn = 0; turn < 3; turn++) {
            var took = turn(units, TIME).stream().sorted().toList();
            worst.add(took.get((int) (took.size() * 0.99)));
            site.say("at %d facts per second: p99 %s s of %,d"
                    .formatted(RATE, Figures.shown(worst.getLast()), took.size()));
        }
        return new Figures(worst)
                .line("**p99, s: one fact to every score it touches, at %d facts per second**".formatted(RATE), "2");
    }

    private List<Double> turn(List<Long> units, Duration time) {
        var settings =
                Map.<String, Object>of("bootstrap.servers", site.bootstrapServers(), "acks", "all", "linger.ms", 1);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
                var connection = site.connect()) {
            return follow(producer, connection, units, time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Double> follow(
            KafkaProducer<String, String> producer, Connection connection, List<Long> units, Duration time)
            throws InterruptedException {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var waiting = new LinkedHashMap<Long, Sent>();
        var took = new ArrayList<Double>();
        var answers = new ArrayList<Future<RecordMetadata>>();
        long start = System.nanoTime();
        long all = RATE * time.toSeconds();
        long sent = 0;
        long looked = start;
        version++;
        while (sent < all || !waiting.isEmpty()) {
            long due = Math.min(all, (System.nanoTime() - start) * RATE / 1_000_000_000L);
            while (sent < due) {
                long unit = units.get((int) (sent % units.size()));
                if (sent > 0 && sent % units.size() == 0) version++;
                answers.add(producer.send(record(unit)));
                if (sent % FOLLOWED == 0 && !waiting.containsKey(unit))
                    waiting.put(unit, new Sent(version, System.nanoTime()));
                sent++;
            }
            if (System.nanoTime() - looked > LOOK.toNanos()) {
                look(jdbc, waiting, took);
                looked = System.nanoTime();
            }
            Thread.sleep(PAUSE);
            if (System.nanoTime() - start > time.plus(PATIENCE).toNanos())
                throw new IllegalStateException(waiting.size() + " facts have not come to their scores");
        }
        if (answers.stream().anyMatch(answer -> answer.state() != Future.State.SUCCESS))
            throw new IllegalStateException("The broker has not taken all facts");
        return took;
    }

    private void look(JdbcClient jdbc, Map<Long, Sent> waiting, List<Double> took) {
        if (waiting.isEmpty()) return;
        jdbc.sql("""
            select s.unit_id, s.numerator from assessment.score s force index (primary)
              join assessment.indicator i on i.id = s.indicator_id and i.code = 'M1'
             where s.year = :year and s.unit_id in (:units)\
            """)
                .param("year", today.getYear())
                .param("units", List.copyOf(waiting.keySet()))
                .query((row, number) -> Map.entry(row.getLong(1), row.getLong(2)))
                .list()
                .forEach(score -> {
                    var one = waiting.get(score.getKey());
                    if (one == null || score.getValue() < sum(one.version())) return;
                    took.add((System.nanoTime() - one.at()) / 1e9);
                    waiting.remove(score.getKey());
                });
    }

    /** Grows with each version. */
    private static long sum(long version) {
        return 1_000 + version;
    }

    /** As a relay sends it: who does not hear its type does not read it. */
    private ProducerRecord<String, String> record(long unit) {
        var record = new ProducerRecord<>("assessment", "facts:" + unit, event(unit));
        record.headers().add("type", TYPE.getBytes(UTF_8));
        return record;
    }

    private String event(long unit) {
        return """
            {"id":"%s","type":"%s","key":"facts:%d","version":%d,"occurredAt":"%s","subject":null,
             "data":{"measure":"%s1","things":[{"thing":"bench:%d","unit":%d,"day":"%s","numerator":%d,"denominator":2000000}]}}\
            """.formatted(
                        UUID.randomUUID(),
                        TYPE,
                        unit,
                        version,
                        Instant.now(),
                        AssessmentBench.MEASURE,
                        unit,
                        unit,
                        today,
                        sum(version));
    }
}
