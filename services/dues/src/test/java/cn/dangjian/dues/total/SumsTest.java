package cn.dangjian.dues.total;

import static cn.dangjian.dues.Payers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The sums of a unit and month are told whole, and told again when somebody asks. */
class SumsTest extends RunningDues {

    private static final String TYPE = "dues.unit-month-changed.v1";
    private static final long BRANCH = Province.SECOND_VILLAGE;

    @Test
    void areToldWholeAsTheirSchemaSays() {
        EventSchemas.validate(TYPE, EventExamples.load(TYPE));
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", "3000", NOW);
        payers.bill(Province.COUNTY, NOW);
        payers.settled();
        assertThat(payers.pay(BRANCH, member, "15.00").status()).isEqualTo(201);
        payers.settled();

        var kept = jdbc.sql("select billed, collected from unit_month where unit_id = :unit and month = :month")
                .param("unit", BRANCH)
                .param("month", NOW.atDay(1))
                .query((row, number) -> List.of(row.getLong(1), row.getLong(2)))
                .single();
        payers.await().untilAsserted(() -> assertThat(fen(newest())).isEqualTo(kept));
        assertThat(kept.getFirst()).isEqualTo(recounted());
        told().forEach(event -> EventSchemas.validate(TYPE, event.toString()));
    }

    @Test
    void areToldAgainWithoutABroker() {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", "3000", NOW);
        payers.bill(Province.COUNTY, NOW);
        payers.settled();
        payers.await().until(() -> !told().isEmpty());
        var before = newest();

        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);

        payers.await().untilAsserted(() -> assertThat(newest().path("version").asLong())
                .isGreaterThan(before.path("version").asLong()));
        assertThat(newest().path("data")).isEqualTo(before.path("data"));
    }

    private long recounted() {
        return jdbc.sql("select sum(fen) from bill where unit_id = :unit and month = :month")
                .param("unit", BRANCH)
                .param("month", NOW.atDay(1))
                .query(Long.class)
                .single();
    }

    private List<JsonNode> told() {
        return broker.heardOf(TYPE).stream()
                .filter(event -> event.path("key").asString().equals("unit-month:" + BRANCH + ":" + NOW))
                .toList();
    }

    private JsonNode newest() {
        return told().stream()
                .max(java.util.Comparator.comparingLong(
                        event -> event.path("version").asLong()))
                .orElseThrow();
    }

    private static List<Long> fen(JsonNode event) {
        return List.of(
                fen(event.at("/data/billed").asString()),
                fen(event.at("/data/collected").asString()));
    }

    private static long fen(String yuan) {
        return new java.math.BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}
