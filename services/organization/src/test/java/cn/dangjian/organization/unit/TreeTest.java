package cn.dangjian.organization.unit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.application.Divisions;
import cn.dangjian.organization.tree.Paths;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What must be true of the tree after any sequence of changes. */
@ServiceTest
class TreeTest {

    private static final String TYPE = "organization.unit-changed.v1";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    JdbcClient jdbc;

    Divisions divisions;

    @BeforeEach
    void tree() {
        settle("62");
    }

    private void settle(String province) {
        divisions = new Divisions(province, api, tokens, jdbc);
        divisions.settle();
    }

    @Test
    void aMoveTakesEverythingBelowAlong() {
        long county = divisions.unit("0101");
        long city = divisions.unit("01");
        long otherCity = divisions.unit("02");
        String village = tokens.at(divisions.unit("0101100201"));
        String path = "/v1/units/" + divisions.unit("0101100202");
        assertThat(api.get(path).as(tokens.at(city)).send().status()).isEqualTo(200);
        assertThat(api.get(path).as(tokens.at(otherCity)).send().status()).isEqualTo(404);

        assertThat(move("", county, otherCity).status()).isEqualTo(200);

        assertThat(api.get(path).as(tokens.at(city)).send().status()).isEqualTo(404);
        assertThat(api.get(path).as(tokens.at(otherCity)).send().status()).isEqualTo(200);
        assertThat(api.get("/v1/units").as(village).send().json().path("items")).hasSize(1);
        assertTreeIsWhole();
        assertThat(move("", county, city).status()).isEqualTo(200);
        assertTreeIsWhole();
    }

    @Test
    void refusesMovesThatMakeNoTree() {
        assertThat(move("", divisions.unit("01"), divisions.unit("0101")).problem())
                .isEqualTo("unit.under-itself");
        assertThat(move("", divisions.unit("01"), divisions.unit("01")).problem())
                .isEqualTo("unit.under-itself");
        assertThat(move("", divisions.unit("0101"), divisions.unit("01")).problem())
                .isEqualTo("unit.already-there");
        assertThat(move("", divisions.unit("0101"), divisions.unit("")).problem())
                .isEqualTo("unit.wrong-tier");
        assertThat(move("", divisions.unit("0101100201"), divisions.unit("0101"))
                        .problem())
                .isEqualTo("unit.wrong-tier");
        assertThat(move("", divisions.unit(""), divisions.unit("01")).problem()).isEqualTo("unit.not-superior");
        assertThat(move("0101", divisions.unit("0101"), divisions.unit("0101100"))
                        .problem())
                .isEqualTo("unit.not-superior");
    }

    @Test
    void anySequenceOfChangesLeavesATreeThatRemembers() {
        settle("63");
        var random = new Random(20_261_120);
        for (int i = 0; i < 120; i++) {
            var units = jdbc.sql("select id from unit where code like '63%' and valid_to is null order by id")
                    .query(Long.class)
                    .list();
            long unit = units.get(random.nextInt(units.size()));
            long other = units.get(random.nextInt(units.size()));
            var answer =
                    switch (random.nextInt(4)) {
                        case 0 -> change("", unit, "renaming", Map.of("name", "虚构" + i + "村"));
                        case 1 -> change("", unit, "abolition", Map.of());
                        case 2 -> establish(unit, i);
                        default -> move("", unit, other);
                    };
            assertThat(answer.status()).as(answer.toString()).isIn(200, 201, 403, 409, 422);
        }

        assertTreeIsWhole();
    }

    @Test
    void movesAtTheSameTimeMakeNoCircle() throws Exception {
        long left = divisions.unit("0201");
        long right = divisions.unit("0121");
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = threads.invokeAll(IntStream.range(0, 12)
                    .<java.util.concurrent.Callable<Api.Answer>>mapToObj(
                            i -> () -> move("", i % 2 == 0 ? left : right, divisions.unit(i % 3 == 0 ? "01" : "02")))
                    .toList());
            for (var answer : answers) assertThat(answer.get().status()).isIn(200, 409);
        }

        assertTreeIsWhole();
    }

    @Test
    void announcesEveryUnitAsItIs() {
        move("", divisions.unit("0201100"), divisions.unit("0101"));
        var last = new HashMap<Long, JsonNode>();
        var expected = states();

        Awaitility.await().untilAsserted(() -> {
            broker.heardOf(TYPE)
                    .forEach(event -> last.merge(
                            event.path("data").path("id").asLong(),
                            event,
                            (a, b) -> a.path("version").asLong()
                                            > b.path("version").asLong()
                                    ? a
                                    : b));
            assertThat(last.keySet()).containsAll(expected.keySet());
            assertThat(last)
                    .allSatisfy((id, event) -> assertThat(event.path("version").asLong())
                            .isGreaterThanOrEqualTo(expected.getOrDefault(id, 0L)));
        });
        assertThat(last.values()).allSatisfy(event -> EventSchemas.validate(TYPE, event.toString()));
        last.forEach((id, event) -> {
            var data = event.path("data");
            var row = jdbc.sql("select * from unit where id = :id")
                    .param("id", id)
                    .query()
                    .singleRow();
            assertThat(data.path("path").asString()).isEqualTo(row.get("path"));
            assertThat(data.path("name").asString()).isEqualTo(row.get("name"));
            assertThat(data.path("validTo").isNull()).isEqualTo(row.get("valid_to") == null);
            assertThat(event.path("version").asLong()).isEqualTo(row.get("version"));
        });
    }

    @Test
    void theExampleFitsTheSchema() {
        EventSchemas.validate(TYPE, EventExamples.load("organization", "unit-changed.v1"));
        assertThat(EventSchemas.violations(
                        TYPE,
                        EventExamples.load("organization", "unit-changed.v1").replace("\"RURAL\"", "\"LUNAR\"")))
                .isNotEmpty();
    }

    private static boolean isOurs(JsonNode event) {
        return event.path("data").path("code").asString().startsWith("62");
    }

    private Map<Long, Long> states() {
        var versions = new HashMap<Long, Long>();
        jdbc.sql("select id, version from unit where code like '62%'").query(row -> {
            versions.put(row.getLong(1), row.getLong(2));
        });
        return versions;
    }

    private Api.Answer move(String caller, long unit, long parent) {
        return change(caller, unit, "move", Map.of("parentId", parent));
    }

    private Api.Answer establish(long parent, int number) {
        String code = jdbc.sql("select code from unit where id = :id")
                .param("id", parent)
                .query(String.class)
                .single();
        var body = body(Map.of("parentId", parent, "code", code + "-" + number, "name", "虚构", "kind", "BRANCH"));
        return api.post("/v1/units", body)
                .as(tokens.at(divisions.unit("")))
                .key()
                .send();
    }

    private Api.Answer change(String caller, long unit, String what, Map<String, Object> more) {
        return api.post("/v1/units/" + unit + "/" + what, body(more))
                .as(tokens.at(divisions.unit(caller)))
                .key()
                .send();
    }

    private static Map<String, Object> body(Map<String, Object> more) {
        var body = new HashMap<>(more);
        body.put("document", "虚组〔2026〕2号");
        body.put("effectiveOn", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        return body;
    }

    private void assertTreeIsWhole() {
        var paths = new HashMap<Long, String>();
        jdbc.sql("select id, path from unit").query(row -> {
            paths.put(row.getLong(1), row.getString(2));
        });
        jdbc.sql("select id, parent_id, path from unit").query(row -> {
            Long parent = row.getObject(2, Long.class);
            String above = parent == null ? "" : paths.get(parent);
            assertThat(row.getString(3)).isEqualTo(Paths.below(String.valueOf(above), row.getLong(1)));
        });
        assertThat(count("select count(*) from unit where parent_id is null and tier <> 'PROVINCE'"))
                .isZero();
        assertThat(count("""
            select count(*) from unit u left join unit_version v on v.unit_id = u.id and v.version = u.version
             where v.unit_id is null or v.path <> u.path or not (v.parent_id <=> u.parent_id)
                or cast(v.name as binary) <> cast(u.name as binary) or not (v.valid_to <=> u.valid_to)\
            """)).as("the newest version is the unit").isZero();
        assertThat(count("""
            select count(*) from unit_version v join unit_version n on n.unit_id = v.unit_id and n.version = v.version + 1
             where v.valid_to is null or v.valid_to <> n.valid_from\
            """)).as("each version ends where the next begins").isZero();
        assertThat(count("""
            select count(*) from unit c join unit p on p.id = c.parent_id
             where c.valid_to is null and p.valid_to is not null\
            """)).as("nothing is below what does not exist").isZero();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
