package cn.dangjian.organization.field.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Assessment proposes, people of the county decide, and assessment hears of it. */
@ServiceTest
class CandidateTest {

    private static final String TYPE = "organization.weak-candidate-changed.v1";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static long gradings = 8_100_000;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    JdbcClient jdbc;

    private Divisions divisions;
    private long village;
    private long county;
    private long grading;

    @BeforeEach
    void aVillageWithFewStars() {
        divisions = new Divisions("41", api, tokens, jdbc);
        divisions.settle();
        village = divisions.unit("0101100201");
        county = divisions.unit("0101");
        grading = ++gradings;
        jdbc.sql("""
            delete c, f, s from weak_case c join unit u on u.id = c.unit_id
              left join case_file f on f.kind = 'weak-cases' and f.id = c.id
              left join case_step s on s.kind = 'weak-cases' and s.case_id = c.id where u.code like '41%'\
            """).update();
        jdbc.sql("delete from weak_batch where county_id = :county")
                .param("county", county)
                .update();
    }

    private String told(long unit) {
        return """
            {"id":"%s","type":"assessment.weak-candidate.v1","key":"weak-candidate:%d-2025","version":1,
             "occurredAt":"2026-02-02T01:30:00Z","subject":"account:17",
             "data":{"unit":%d,"year":2025,"stars":2,"grading":%d,"owner":%d,"document":"虚考〔2026〕3号"}}\
            """.formatted(UUID.randomUUID(), unit, unit, grading, county);
    }

    private JsonNode listed(long unit) {
        broker.send(told(unit), told(unit));
        await().atMost(PATIENCE).until(() -> !mine().isEmpty());
        broker.send(told(unit));
        await().atMost(PATIENCE).until(() -> changes().size() == 1);
        assertThat(mine()).hasSize(1);
        return mine().getFirst();
    }

    private List<JsonNode> mine() {
        return get(county, "/v1/weak-candidates?limit=200")
                .path("items")
                .valueStream()
                .filter(one -> one.path("grading").asLong() == grading)
                .toList();
    }

    private List<JsonNode> changes() {
        return broker.heardOf(TYPE).stream()
                .filter(event -> event.at("/data/grading").asLong() == grading)
                .toList();
    }

    private JsonNode get(long unit, String path) {
        return api.get(path).as(tokens.at(unit)).send().json();
    }

    private Api.Answer post(long unit, long account, String path, Object body) {
        return api.post(path, body).as(tokens.at(unit, account)).key().send();
    }

    private void screening() {
        var opened = post(
                county,
                1,
                "/v1/weak-batches",
                Map.of(
                        "year",
                        TODAY.getYear(),
                        "document",
                        "虚组〔2026〕7号",
                        "from",
                        LocalDate.of(TODAY.getYear(), 1, 1).toString(),
                        "to",
                        LocalDate.of(TODAY.getYear(), 1, 2).toString()));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    }

    private static final Map<String, Object> FOUND = Map.of("types", List.of("NO_VENUE"), "note", "经研究列入");

    @Test
    void isAcceptedAsACaseThatAnotherPersonConfirms() {
        var candidate = listed(village);
        long id = candidate.path("id").asLong();
        assertThat(candidate.path("state").asString()).isEqualTo("LISTED");
        assertThat(candidate.path("stars").asInt()).isEqualTo(2);
        String door = "/v1/weak-candidates/" + id;

        assertThat(post(divisions.unit("0101100"), 1, door + "/acceptance", FOUND)
                        .problem())
                .isEqualTo("candidate.not-yours");
        assertThat(post(divisions.unit("0121"), 1, door + "/acceptance", FOUND).problem())
                .isEqualTo("candidate.unknown");
        assertThat(post(county, 1, door + "/acceptance", FOUND).problem()).isEqualTo("weak.no-screening");
        screening();
        assertThat(post(county, 1, door + "/acceptance", Map.of("types", List.of("BORED"), "note", "列入"))
                        .problem())
                .isEqualTo("weak.type-unknown");
        var answers = Stream.of(1, 2)
                .map(each -> CompletableFuture.supplyAsync(
                        () -> post(county, 1, door + "/acceptance", FOUND).status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);

        var accepted = get(county, door);
        assertThat(accepted.path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.path("journal").findValuesAsString("step")).containsExactly("ASKED", "ACCEPTED");
        long weakCase = accepted.path("weakCase").asLong();
        var opened = get(county, "/v1/weak-cases/" + weakCase);
        assertThat(opened.path("candidate").asLong()).isEqualTo(id);
        assertThat(opened.path("state").asString()).isEqualTo("SCREENED");
        var period = Map.of(
                "document",
                "虚组〔2026〕8号",
                "from",
                TODAY.toString(),
                "to",
                TODAY.plusMonths(6).toString());
        assertThat(post(county, 1, "/v1/weak-cases/" + weakCase + "/confirmation", period)
                        .problem())
                .isEqualTo("weak.same-person");
        assertThat(post(county, 2, "/v1/weak-cases/" + weakCase + "/confirmation", period)
                        .status())
                .isEqualTo(200);

        await().atMost(PATIENCE).until(() -> changes().size() == 2);
        changes().forEach(event -> EventSchemas.validate(TYPE, event.toString()));
        assertThat(changes().getLast().at("/data/weakCase").asLong()).isEqualTo(weakCase);
        assertThat(changes().getLast().at("/data/state").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void goesOnWithACaseThatIsOpen() {
        screening();
        long first = listed(village).path("id").asLong();
        long weakCase = post(county, 1, "/v1/weak-candidates/" + first + "/acceptance", FOUND)
                .json()
                .path("weakCase")
                .asLong();
        grading = ++gradings;
        long second = listed(village).path("id").asLong();

        var accepted = post(county, 1, "/v1/weak-candidates/" + second + "/acceptance", FOUND);

        assertThat(accepted.json().path("weakCase").asLong()).isEqualTo(weakCase);
        assertThat(get(county, "/v1/weak-cases/" + weakCase).path("candidate").asLong())
                .isEqualTo(first);
    }

    @Test
    void isRefusedWithAReason() {
        long id = listed(village).path("id").asLong();
        String door = "/v1/weak-candidates/" + id;
        assertThat(post(county, 1, door + "/refusal", Map.of("reason", " ")).status())
                .isEqualTo(400);
        var refused = post(county, 1, door + "/refusal", Map.of("reason", "问题已解决"));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(200);
        assertThat(post(county, 1, door + "/acceptance", FOUND).problem()).isEqualTo("candidate.wrong-state");

        await().atMost(PATIENCE).until(() -> changes().size() == 2);
        assertThat(changes().getLast().at("/data/reason").asString()).isEqualTo("问题已解决");
        assertThat(get(county, "/v1/weak-candidates?state=REFUSED&limit=200").toString())
                .contains("\"id\":" + id);
    }

    /** Grades may be put on file when the unit has gone: its heir has the candidate, and without one it ends at once. */
    @Test
    void isListedAtTheHeirOfAUnitThatHasEnded() {
        long merged = 8_190_001;
        long abolished = 8_190_002;
        try {
            for (long unit : List.of(merged, abolished)) gone(unit);
            jdbc.sql("""
                insert into unit_lineage (predecessor_id, successor_id, reason, day, change_id)
                values (:unit, :heir, 'MERGED', :day, null)\
                """)
                    .param("unit", merged)
                    .param("heir", village)
                    .param("day", TODAY.minusDays(2))
                    .update();

            var taken = listed(merged);
            assertThat(taken.path("unit").asLong()).isEqualTo(village);
            assertThat(taken.path("graded").asLong()).isEqualTo(merged);
            assertThat(taken.path("ended").asBoolean()).isFalse();

            grading = ++gradings;
            var over = listed(abolished);
            assertThat(over.path("ended").asBoolean()).isTrue();
            assertThat(post(
                                    county,
                                    1,
                                    "/v1/weak-candidates/" + over.path("id").asLong() + "/refusal",
                                    Map.of("reason", "无"))
                            .problem())
                    .isEqualTo("candidate.wrong-state");
        } finally {
            jdbc.sql("delete from case_file where kind = 'weak-candidates' and unit_id in (8190001, 8190002)")
                    .update();
            jdbc.sql("delete from unit_lineage where predecessor_id = 8190001").update();
            jdbc.sql("delete from unit where id in (8190001, 8190002)").update();
        }
    }

    private void gone(long unit) {
        jdbc.sql("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from, valid_to)
            select :unit, parent_id, :code, '虚构原村', tier, kind, domain, concat(left(path, length(path) - 5), :segment), 1,
                   valid_from, :day from unit where id = :village\
            """)
                .param("unit", unit)
                .param("code", "41" + unit)
                .param("segment", Long.toString(unit, 36))
                .param("day", TODAY.minusDays(2))
                .param("village", village)
                .update();
    }

    /** After a broker was set up anew. */
    @Test
    void isToldAgainWithTheCasesWhenTheOperatorAsks() {
        screening();
        long id = listed(village).path("id").asLong();
        long weakCase = post(county, 1, "/v1/weak-candidates/" + id + "/acceptance", FOUND)
                .json()
                .path("weakCase")
                .asLong();
        await().atMost(PATIENCE).until(() -> changes().size() == 2);

        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);

        await().atMost(PATIENCE).until(() -> changes().size() == 3);
        assertThat(changes().getLast().path("version"))
                .isEqualTo(changes().get(1).path("version"));
        assertThat(changes().getLast().path("data")).isEqualTo(changes().get(1).path("data"));
        assertThat(broker.heardOf("organization.weak-case-changed.v1").stream()
                        .filter(event -> event.at("/data/id").asLong() == weakCase))
                .hasSizeGreaterThan(1);
    }

    @Test
    void isToldAsItsSchemaSays() {
        EventSchemas.validate(TYPE, EventExamples.load(TYPE));
        EventSchemas.validate("assessment.weak-candidate.v1", told(village));
    }
}
