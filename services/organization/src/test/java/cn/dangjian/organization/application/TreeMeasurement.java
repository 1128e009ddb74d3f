package cn.dangjian.organization.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.organization.change.Changes;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Prints answer times on a real province with generated branches, about 100,000 units, and what a move costs:
 * {@code ./mvnw -pl services/organization test -Dtest=TreeMeasurement -Dmeasure=true}.
 */
@ServiceTest
@EnabledIfSystemProperty(named = "measure", matches = "true")
class TreeMeasurement {

    private static final Path FILES = Path.of("../../../shared/data/hunan");
    private static final int READERS = 50;
    private static final int QUESTIONS = 60;
    private static final Duration THINKING = Duration.ofMillis(200);

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    private record One(long id, String tier, String name) {}

    @Test
    void printsAnswerTimesAndTheCostOfAMove() throws Exception {
        settle();
        branches();
        await().atMost(Duration.ofMinutes(10))
                .until(() -> jdbc.sql("select count(*) from word_pending")
                                .query(Integer.class)
                                .single()
                        == 0);
        var units = jdbc.sql("select id, tier, name from unit where valid_to is null")
                .query(One.class)
                .list();
        System.out.println("units: " + units.size());
        var day = Changes.TODAY.minusDays(1);
        for (int round = 0; round < 2; round++) {
            ask("children", units, unit -> "/v1/units?limit=50&parent=" + unit.id());
            ask("breadcrumb", units, unit -> "/v1/units/" + unit.id() + "/ancestors");
            ask("search by name", units, unit -> "/v1/units/search?q=" + encoded(middle(unit.name())));
            ask("search by initials", units, unit -> "/v1/units/search?q=" + initials(unit));
            ask("subtree count", units, unit -> "/v1/units/" + unit.id() + "/counts");
            ask("as of", units, unit -> "/v1/units/" + unit.id() + "?asOf=" + day);
            ask("children as of", units, unit -> "/v1/units/" + unit.id() + "/children?asOf=" + day);
        }
        move();
    }

    private void settle() throws IOException {
        var uploads = new Uploads(api, tokens);
        long id = uploads.open("43", "湖南省");
        for (var file : List.of("cities.csv", "areas.csv", "streets.csv", "villages.csv"))
            uploads.upload(id, file, Files.readString(FILES.resolve(file)));
        uploads.applied(id);
    }

    /** Two branches for each village, fifteen for those of one county, so that it has 5,000 units; ten days ago. */
    private void branches() {
        long first = jdbc.sql("select max(id) + 1 from unit").query(Long.class).single();
        int rows = jdbc.sql("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from, valid_to)
            select :first + t.turn, t.id, concat(t.code, '-', t.number), concat(t.name, '第', t.number, '支部'), 'BRANCH',
                   'BRANCH', t.domain,
                   concat(t.path, convert(lower(lpad(conv(:first + t.turn, 10, 36), 5, '0')) using ascii)), 1,
                   t.valid_from, null
              from (select u.*, n.number, row_number() over (order by u.path, n.number) turn
                      from unit u
                      join (select row_number() over (order by id) number from unit order by id limit 15) n
                        on n.number <= if(u.code like '430181%', 15, 2)
                     where u.tier = 'VILLAGE') t\
            """).param("first", first).update();
        jdbc.sql("""
            insert into unit_period (unit_id, valid_from, valid_to, ended, parent_id, code, name, tier, kind, domain, reason,
                                     subject, at)
            select id, valid_from, '9999-12-31', false, parent_id, code, name, tier, kind, domain, 'IMPORTED', 'x', now(6)
              from unit where id >= :first\
            """).param("first", first).update();
        jdbc.sql("insert into unit_place (unit_id, valid_from, valid_to, path)"
                        + " select id, valid_from, '9999-12-31', path from unit where id >= :first")
                .param("first", first)
                .update();
        for (var table : List.of("unit_period", "unit_place"))
            jdbc.sql("update " + table + " set valid_from = :day")
                    .param("day", Changes.TODAY.minusDays(10))
                    .update();
        jdbc.sql("insert into word_pending (unit_id) select id from unit where id >= :first")
                .param("first", first)
                .update();
        jdbc.sql("delete from unit_count").update();
        jdbc.sql("""
            insert into unit_count (unit_id, tier, units)
            select conv(substring(u.path, k.step * 5 - 4, 5), 36, 10), u.tier, count(*)
              from unit u join (select 1 step union all select 2 union all select 3 union all select 4 union all select 5) k
                on k.step < length(u.path) div 5 group by 1, 2\
            """).update();
        System.out.println("branches: " + rows);
    }

    private void ask(String what, List<One> units, Function<One, String> question) throws Exception {
        var times = Collections.synchronizedList(new ArrayList<Long>());
        long province = jdbc.sql("select id from unit where code = '43'")
                .query(Long.class)
                .single();
        String token = tokens.at(province);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            readers.invokeAll(IntStream.range(0, READERS)
                    .<java.util.concurrent.Callable<Void>>mapToObj(reader -> () -> {
                        var random = new Random(reader);
                        for (int i = 0; i < QUESTIONS; i++) {
                            Thread.sleep(Duration.ofMillis(random.nextLong(2 * THINKING.toMillis())));
                            var unit = units.get(random.nextInt(units.size()));
                            long start = System.nanoTime();
                            var answer = api.get(question.apply(unit)).as(token).send();
                            times.add((System.nanoTime() - start) / 1000);
                            assertThat(answer.status()).isEqualTo(200);
                        }
                        return null;
                    })
                    .toList());
        }
        times.sort(null);
        System.out.printf(
                "%s: median %.1f ms, p99 %.1f ms, %d answers to %d readers%n",
                what,
                times.get(times.size() / 2) / 1000.0,
                times.get(times.size() * 99 / 100) / 1000.0,
                times.size(),
                READERS);
    }

    private void move() {
        var county = jdbc.sql("select id from unit where code = '430181'")
                .query(Long.class)
                .single();
        var city = jdbc.sql("select id from unit where code = '4302'")
                .query(Long.class)
                .single();
        var province = jdbc.sql("select id from unit where code = '43'")
                .query(Long.class)
                .single();
        long below = jdbc.sql("select sum(units) from unit_count where unit_id = :id")
                .param("id", county)
                .query(Long.class)
                .single();
        var body = Changes.body(Changes.move(county, city), Changes.TODAY);
        var proposed =
                api.post("/v1/changes", body).as(tokens.at(province)).key().send();
        long start = System.nanoTime();
        var approved = api.post("/v1/changes/" + proposed.json().path("id").asLong() + "/approval", Map.of())
                .as(tokens.at(province, province + 1))
                .key()
                .send();
        assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
        double answered = (System.nanoTime() - start) / 1e9;
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(1))
                .until(() -> jdbc.sql("select count(*) from outbox where sent_at is null")
                                .query(Integer.class)
                                .single()
                        == 0);
        System.out.printf(
                "a county of %d units moves: answered in %.2f s, announced after %.2f s%n",
                below + 1, answered, (System.nanoTime() - start) / 1e9);
    }

    private static String middle(String name) {
        return name.substring(0, Math.min(3, name.length()));
    }

    private String initials(One unit) {
        return jdbc.sql("select left(initials, 4) from unit_initials where unit_id = :id")
                .param("id", unit.id())
                .query(String.class)
                .single();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
