package cn.dangjian.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Says what services say of villages, and looks when statistics has it in the sums of all tiers. */
final class StatisticsEvents {

    private static final int RATE = 1_000;
    private static final Duration TIME = Duration.ofSeconds(20);
    /** In one turn without a pause. */
    private static final int BURST = 20_000;
    /** Of so many events one is followed. */
    private static final int FOLLOWED = 41;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Between two looks, which would take a core from those who are measured. */
    private static final Duration LOOK = Duration.ofMillis(50);
    /** Between two sendings. */
    private static final Duration PAUSE = Duration.ofMillis(2);

    private static final Kind COUNTS = new Kind("member", "member.counts-changed.v1", "counts:");
    private static final Kind COVERAGE = new Kind("organization", "organization.coverage-changed.v1", "coverage:");

    private record Kind(String topic, String type, String source) {

        /** As a relay sends it: who does not hear its type does not read it. */
        ProducerRecord<String, String> record(long unit, String event) {
            var record = new ProducerRecord<>(topic, source + unit, event);
            record.headers().add("type", type.getBytes(UTF_8));
            return record;
        }
    }

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final Site site;
    private final List<Long> villages;
    /** Of what is said in a further turn. */
    private long version = 1;

    StatisticsEvents(Site site, Map<Long, String> villages) {
        this.site = site;
        this.villages = List.copyOf(villages.keySet());
    }

    /** Seconds until all villages have said so many members of so many classes, and all sums know. */
    double counts(int each, int classes) {
        version++;
        return said(COUNTS, villages.size(), unit -> counts(unit, each, classes));
    }

    /** Events per second, as fast as it goes. */
    double rate() {
        version++;
        int many = Math.min(BURST, villages.size());
        double rate = many / said(COVERAGE, many, this::coverage);
        site.say("%,d events folded, %s per second".formatted(many, Figures.shown(rate)));
        return rate;
    }

    private double said(Kind kind, int many, LongFunction<String> event) {
        try (var producer = producer()) {
            long start = System.nanoTime();
            var answers = new ArrayList<Future<RecordMetadata>>();
            for (long unit : villages.subList(0, many))
                answers.add(producer.send(kind.record(unit, event.apply(unit))));
            for (var answer : answers) answer.get();
            Awaitility.await()
                    .pollInSameThread()
                    .pollInterval(LOOK)
                    .atMost(PATIENCE)
                    .until(() -> heard(kind.source()) >= many);
            return (System.nanoTime() - start) / 1e9;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private long heard(String source) {
        return site.jdbc()
                .sql("select count(*) from statistics.value_source where source like :source and version = :version")
                .param("source", source + "%")
                .param("version", version)
                .query(Long.class)
                .single();
    }

    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", site.bootstrapServers(), "acks", "all", "linger.ms", 1),
                new StringSerializer(),
                new StringSerializer());
    }

    /** The p99 of three turns at a steady rate, in seconds from the broker until all sums know. */
    List<Double> lag() {
        turn(Duration.ofSeconds(4));
        var worst = new ArrayList<Double>();
        for (int turn = 0; turn < 3; turn++) {
            var took = turn(TIME).stream().sorted().toList();
            worst.add(took.get((int) (took.size() * 0.99)));
            site.say("at %d events per second: p99 %s s of %,d"
                    .formatted(RATE, Figures.shown(worst.getLast()), took.size()));
        }
        return worst;
    }

    private record Sent(long version, long at) {}

    private List<Double> turn(Duration time) {
        var waiting = new LinkedHashMap<String, Sent>();
        var took = new ArrayList<Double>();
        var answers = new ArrayList<Future<RecordMetadata>>();
        try (var producer = producer();
                var connection = site.connect()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            long start = System.nanoTime();
            long all = RATE * time.toSeconds();
            long sent = 0;
            long looked = start;
            version++;
            while (sent < all || !waiting.isEmpty()) {
                long due = Math.min(all, (System.nanoTime() - start) * RATE / 1_000_000_000L);
                for (; sent < due; sent++) {
                    long unit = villages.get((int) (sent % villages.size()));
                    if (sent > 0 && sent % villages.size() == 0) version++;
                    answers.add(producer.send(COVERAGE.record(unit, coverage(unit))));
                    if (sent % FOLLOWED == 0)
                        waiting.putIfAbsent("coverage:" + unit, new Sent(version, System.nanoTime()));
                }
                if (System.nanoTime() - looked > LOOK.toNanos()) {
                    look(jdbc, waiting, took);
                    looked = System.nanoTime();
                }
                Thread.sleep(PAUSE);
                if (System.nanoTime() - start > time.plus(PATIENCE).toNanos())
                    throw new IllegalStateException(waiting.size() + " events have not come to their sums");
            }
            if (answers.stream().anyMatch(answer -> answer.state() != Future.State.SUCCESS))
                throw new IllegalStateException("The broker has not taken all events");
            return took;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What said a sum is written with it. */
    private static void look(JdbcClient jdbc, Map<String, Sent> waiting, List<Double> took) {
        if (waiting.isEmpty()) return;
        jdbc.sql("select source, max(version) from statistics.value_source where source in (:sources) group by source")
                .param("sources", List.copyOf(waiting.keySet()))
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .forEach(heard -> {
                    var one = waiting.get(heard.getKey());
                    if (one == null || heard.getValue() < one.version()) return;
                    took.add((System.nanoTime() - one.at()) / 1e9);
                    waiting.remove(heard.getKey());
                });
    }

    private String coverage(long unit) {
        return event(COVERAGE, unit, """
            {"unit":%d,"asOf":"%s","covered":%d,"shouldBeCovered":1,"notYet":2,"notRequired":3}\
            """.formatted(unit, today, version));
    }

    private String counts(long unit, int each, int classes) {
        String parts = IntStream.range(0, classes)
                .mapToObj(part -> "\"C%d\":%d".formatted(part, each / classes + (part < each % classes ? 1 : 0)))
                .collect(Collectors.joining(","));
        return event(COUNTS, unit, """
            {"counts":[{"unit":%d,"full":%d,"probationary":0,"retired":%d,"sexes":{"M":%d},"classes":{%s},
             "ages":{%s},"educations":{%s}}]}\
            """.formatted(unit, each, each / 4, each, parts, parts, parts));
    }

    private String event(Kind kind, long unit, String data) {
        return """
            {"id":"%s","type":"%s","key":"%s","version":%d,"occurredAt":"%s","subject":null,"data":%s}\
            """.formatted(UUID.randomUUID(), kind.type(), kind.source() + unit, version, Instant.now(), data);
    }
}
