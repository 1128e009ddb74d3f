package cn.dangjian.organization.tree.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
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
        var hunan = new Hunan(api, tokens, jdbc);
        hunan.settle();
        hunan.branches();
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
        long province = jdbc.sql("select id from unit where code = '43'")
                .query(Long.class)
                .single();
        long town = jdbc.sql("select id from unit where tier = 'TOWNSHIP' order by path desc limit 1")
                .query(Long.class)
                .single();
        var questions = new LinkedHashMap<String, Function<One, String>>();
        questions.put("children", unit -> "/v1/units?limit=50&parent=" + unit.id());
        questions.put("list", unit -> "/v1/units?limit=50");
        questions.put("breadcrumb", unit -> "/v1/units/" + unit.id() + "/ancestors");
        questions.put("search by name", unit -> "/v1/units/search?q=" + encoded(middle(unit.name())));
        questions.put("search by initials", unit -> "/v1/units/search?q=" + initials(unit));
        questions.put("subtree count", unit -> "/v1/units/" + unit.id() + "/counts");
        questions.put("as of", unit -> "/v1/units/" + unit.id() + "?asOf=" + day);
        questions.put("list as of", unit -> "/v1/units?limit=50&asOf=" + day);
        questions.put("towns as of", unit -> "/v1/units?limit=50&tier=TOWNSHIP&asOf=" + day);
        questions.put("subtree count as of", unit -> "/v1/units/" + unit.id() + "/counts?asOf=" + day);
        questions.put("children as of", unit -> "/v1/units/" + unit.id() + "/children?asOf=" + day);
        for (int round = 0; round < 2; round++) ask(questions, units, province);
        ask(Map.of("list as of, of a town", unit -> "/v1/units?limit=50&asOf=" + day), units, town);
        move();
    }

    /** One question after the other, so that whatever else the machine does meanwhile is the same for all. */
    private void ask(Map<String, Function<One, String>> questions, List<One> units, long caller) throws Exception {
        var times = new LinkedHashMap<String, List<Long>>();
        questions.keySet().forEach(what -> times.put(what, Collections.synchronizedList(new ArrayList<>())));
        String token = tokens.at(caller);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            readers.invokeAll(IntStream.range(0, READERS)
                    .<Callable<Void>>mapToObj(reader -> () -> {
                        var random = new Random(reader);
                        for (int i = 0; i < QUESTIONS; i++)
                            for (var question : questions.entrySet()) {
                                Thread.sleep(Duration.ofMillis(random.nextLong(2 * THINKING.toMillis())));
                                var path = question.getValue().apply(units.get(random.nextInt(units.size())));
                                long start = System.nanoTime();
                                var answer = api.get(path).as(token).send();
                                times.get(question.getKey()).add((System.nanoTime() - start) / 1000);
                                assertThat(answer.status()).isEqualTo(200);
                            }
                        return null;
                    })
                    .toList());
        }
        times.forEach(TreeMeasurement::print);
    }

    private static void print(String what, List<Long> times) {
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
