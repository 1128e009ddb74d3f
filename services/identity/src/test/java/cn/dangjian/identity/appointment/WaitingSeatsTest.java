package cn.dangjian.identity.appointment;

import static cn.dangjian.identity.appointment.Seating.TODAY;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where each seat waits for access is kept; this is what it would be if it were computed. */
class WaitingSeatsTest extends RunningIdentity {

    private static final AtomicLong UNITS = new AtomicLong(910_000);

    @Autowired
    private KeepAppointments keepAppointments;

    private final List<Long> units = new ArrayList<>();
    private final List<Long> seats = new ArrayList<>();
    private final List<Someone> people = new ArrayList<>();
    private final Map<Long, Long> versions = new HashMap<>();
    private Someone county;
    private Seating seating;

    @BeforeEach
    void aCountyWithVillagesSeatsAndPeople() {
        county = fixtures.anActiveAccountAt(111);
        seating = new Seating(county, fixtures, api, broker, jdbc);
        for (int i = 0; i < 3; i++) {
            units.add(UNITS.incrementAndGet());
            broker.send(unit(units.get(i), 1111, null));
        }
        await().atMost(20, SECONDS)
                .until(() -> count("select count(*) from unit where id in (:ids)", units) == units.size());
        for (long unit : units) people.add(fixtures.anActiveAccountAt(unit));
        for (int i = 0; i < 6; i++) {
            seats.add(Seating.next());
            seating.hear(Seating.event(seats.get(i), 1, units.get(i / 2), null, LocalDate.of(2022, 1, 1), null));
        }
    }

    @Test
    void aSeatStopsWaitingWithAPostAndWaitsAgainWhenItEnds() {
        long seat = seats.getFirst();
        assertThat(computed()).hasSize(6);

        long post = appoint(people.get(1), units.getFirst(), seat, Map.of())
                .json()
                .path("post")
                .asLong();
        assertThat(kept()).doesNotContainKey(seat).isEqualTo(computed());
        api.post("/v1/posts/" + post + "/end", Map.of("reason", "辞职"))
                .as(fixtures.token(county))
                .send();
        assertThat(kept()).hasSize(6).isEqualTo(computed());
    }

    @Test
    void aPostThatIsStillToComeCountsAndNoLongerWhenItIsCalledOff() {
        long seat = seats.getFirst();
        var planned = appoint(
                people.get(1),
                units.getFirst(),
                seat,
                Map.of("from", TODAY.plusDays(5).toString()));
        assertThat(planned.json().path("planned").asBoolean()).isTrue();
        assertThat(kept()).doesNotContainKey(seat).isEqualTo(computed());

        long post = planned.json().path("post").asLong();
        api.post("/v1/posts/" + post + "/end", Map.of("reason", "辞职"))
                .as(fixtures.token(county))
                .send();

        assertThat(kept()).containsKey(seat).isEqualTo(computed());
    }

    @Test
    void seatsMoveAndEndWithTheirUnits() {
        long unit = units.getFirst();

        hearUnit(unit, 1112, null);
        assertThat(kept()).hasSize(6).isEqualTo(computed());
        assertThat(kept().get(seats.getFirst())).startsWith(Province.path(1112));
        hearUnit(unit, 1112, TODAY);
        assertThat(kept()).hasSize(4).isEqualTo(computed());
        hearUnit(unit, 1111, null);
        assertThat(kept()).hasSize(6).isEqualTo(computed());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsKeptIsWhatWouldBeComputedWhateverHappens(long seed) {
        var random = new Random(seed);

        for (int step = 0; step < 40; step++) {
            String done = something(random);
            assertThat(kept())
                    .as("seed " + seed + " step " + step + ": " + done)
                    .isEqualTo(computed());
        }
    }

    @Test
    void whatIsKeptIsWhatWouldBeComputedAfterManyAtTheSameTime() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<String>>();
            for (int i = 0; i < 120; i++) {
                var random = new Random(i);
                all.add(() -> random.nextInt(3) == 0 ? end(random) : give(random));
            }
            for (int i = 0; i < 30; i++) {
                String event = seatEvent(new Random(i));
                all.add(() -> {
                    broker.send(event);
                    return event;
                });
            }
            for (var done : threads.invokeAll(all)) done.get();
        }
        seating.hear(Seating.event(Seating.next(), 1, units.getFirst(), null, TODAY, TODAY));

        assertThat(kept()).isEqualTo(computed());
    }

    private String something(Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> give(random);
            case 3 -> end(random);
            case 4 -> transfer(random);
            case 5 -> timePasses(random);
            case 6 -> {
                long unit = one(units, random);
                hearUnit(unit, random.nextBoolean() ? 1111 : 1112, random.nextInt(4) == 0 ? TODAY : null);
                yield "unit " + unit;
            }
            default -> {
                String event = seatEvent(random);
                seating.hear(event);
                yield event;
            }
        };
    }

    private String give(Random random) {
        var body = new HashMap<String, Object>();
        if (random.nextInt(3) == 0)
            body.put("until", TODAY.plusDays(random.nextInt(3)).toString());
        if (random.nextInt(4) == 0) body.put("from", TODAY.plusDays(2).toString());
        Long seat = random.nextInt(3) == 0 ? null : one(seats, random);
        long unit = seat == null ? one(units, random) : unitOf(seat);
        return "give " + appoint(one(people, random), unit, seat, body);
    }

    private String end(Random random) {
        var body = new HashMap<String, Object>(Map.of("reason", "辞职"));
        if (random.nextInt(4) == 0) body.put("lastDay", TODAY.plusDays(3).toString());
        return "end "
                + api.post("/v1/posts/" + aPost(random) + "/end", body)
                        .as(fixtures.token(county))
                        .send();
    }

    private String transfer(Random random) {
        var body = new HashMap<String, Object>(Map.of("duty", "secretary", "from", TODAY.toString()));
        Long seat = random.nextBoolean() ? null : one(seats, random);
        body.put("seat", seat);
        body.put("unit", seat == null ? one(units, random) : unitOf(seat));
        return "transfer "
                + api.post("/v1/posts/" + aPost(random) + "/transfer", body)
                        .as(fixtures.token(county))
                        .key()
                        .send();
    }

    private String timePasses(Random random) {
        long post = aPost(random);
        jdbc.sql("update post set until_day = :yesterday where id = :post and live and duty <> 'test'")
                .param("yesterday", TODAY.minusDays(1))
                .param("post", post)
                .update();
        keepAppointments.keep();
        return "the last day of " + post;
    }

    private String seatEvent(Random random) {
        long seat = one(seats, random);
        Long account = random.nextBoolean() ? null : one(people, random).account();
        var to = random.nextBoolean() ? null : TODAY.plusDays(random.nextInt(4));
        long unit = random.nextInt(4) == 0 ? one(units, random) : unitOf(seat);
        var from = random.nextInt(5) == 0 ? TODAY.plusDays(2) : LocalDate.of(2022, 1, 1);
        return Seating.event(seat, version(seat), unit, account, from, to);
    }

    private Answer appoint(Someone whom, long unit, @Nullable Long seat, Map<String, ?> more) {
        var body = new HashMap<String, Object>();
        body.put("unit", unit);
        body.put("seat", seat);
        body.putAll(more);
        return seating.appoint(whom, body);
    }

    private void hearUnit(long unit, long parent, @Nullable LocalDate to) {
        long mark = UNITS.incrementAndGet();
        broker.send(unit(unit, parent, to), unit(mark, 1111, null));
        await().atMost(20, SECONDS)
                .until(() -> count("select count(*) from unit where id in (:ids)", List.of(mark)) == 1);
    }

    private String unit(long unit, long parent, @Nullable LocalDate to) {
        return """
            {"id":"%s","type":"organization.unit-changed.v1","key":"unit:%d","version":%d,\
            "occurredAt":"2026-01-01T00:00:00Z","subject":null,"data":{"id":%d,"parentId":%d,"code":"%d",\
            "name":"新村","tier":"VILLAGE","kind":"VILLAGE_ORGANIZATION","domain":"RURAL","path":"%s",\
            "validFrom":"2022-01-01","validTo":%s}}\
            """.formatted(
                        UUID.randomUUID(),
                        unit,
                        version(unit),
                        unit,
                        parent,
                        unit,
                        Province.path(parent) + Province.segment(unit),
                        to == null ? "null" : "\"" + to + "\"");
    }

    private long version(long whatever) {
        return versions.merge(whatever, 2L, (before, one) -> before + 1);
    }

    private long unitOf(long seat) {
        return jdbc.sql("select unit from seat where id = ?")
                .param(seat)
                .query(Long.class)
                .single();
    }

    private long aPost(Random random) {
        var posts = jdbc.sql("select id from post where account in (:people) order by id desc limit 12")
                .param("people", people.stream().map(Someone::account).toList())
                .query(Long.class)
                .list();
        return one(posts, random);
    }

    private static <T> T one(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private Map<Long, String> kept() {
        return paths("select id, waiting_path as path from seat where id in (:seats) and waiting_path is not null");
    }

    private Map<Long, String> computed() {
        return paths("""
            select s.id, u.path from seat s join unit u on u.id = s.unit
             where s.id in (:seats) and u.valid_to is null
               and (s.to_day is null or (s.to_day > :today and s.to_day > s.from_day))
               and not exists (select 1 from post p where p.seat = s.id and p.live)
               and not exists (select 1 from post q where q.account = s.account and q.unit = s.unit and q.live)\
            """);
    }

    private Map<Long, String> paths(String sql) {
        var paths = new HashMap<Long, String>();
        jdbc.sql(sql).param("seats", seats).param("today", TODAY).query(row -> {
            paths.put(row.getLong("id"), row.getString("path"));
        });
        return paths;
    }

    private long count(String sql, List<Long> ids) {
        return jdbc.sql(sql).param("ids", ids).query(Long.class).single();
    }
}
