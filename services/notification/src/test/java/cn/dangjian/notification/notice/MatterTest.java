package cn.dangjian.notification.notice;

import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.SECOND_TOWNSHIP;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static cn.dangjian.testkit.Province.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What assessment and dues want units to look at comes into the same inboxes as tasks. */
@ServiceTest
class MatterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Api api;

    @Autowired
    Broker broker;

    @Autowired
    Tokens tokens;

    @BeforeEach
    void tree(@Autowired Province province) {
        province.settle();
    }

    private List<JsonNode> of(long unit, String kind) {
        return api.get("/v1/inbox?limit=200")
                .as(tokens.at(unit))
                .send()
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("kind").asString().equals(kind))
                .toList();
    }

    @Test
    void aStepThatIsPastItsDayIsToldToWhoMustActAndNobodyElse() {
        String example = EventExamples.load("assessment", "step-overdue.v1");

        broker.send(example, example);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(of(TOWNSHIP, "STEP_OVERDUE")).hasSize(1);
            assertThat(of(COUNTY, "STEP_OVERDUE")).hasSize(1);
        });
        var item = of(TOWNSHIP, "STEP_OVERDUE").getFirst();
        assertThat(item.path("link").asString()).isEqualTo("/assessment/v1/consequences/9");
        assertThat(item.path("title").asString()).isEqualTo("考核结果运用");
        assertThat(item.at("/text/zh").asString()).contains("2026-05-01");
        assertThat(item.at("/text/en").asString()).contains("2026-05-01");
        assertThat(item.at("/issuer/id").asLong()).isEqualTo(COUNTY);
        assertThat(item.path("deadline").asString()).isEqualTo("2026-05-01T15:59:59.999999Z");
        assertThat(of(SECOND_TOWNSHIP, "STEP_OVERDUE")).isEmpty();
        assertThat(of(VILLAGE, "STEP_OVERDUE")).isEmpty();

        broker.send(example.replace("9e01", "9e02")
                .replace("\"version\": 4", "\"version\": 5")
                .replace("\"due\": \"2026-05-01\"", "\"due\": \"2026-06-01\""));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(of(TOWNSHIP, "STEP_OVERDUE")).hasSize(2));
    }

    @Test
    void aReminderOfDuesIsToldInTheWordsOfWhoReminds() {
        String example = EventExamples.load("dues", "remittance-reminded.v1");

        broker.send(example, example);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(of(SECOND_TOWNSHIP, "REMITTANCE_REMINDED"))
                .hasSize(1));
        var item = of(SECOND_TOWNSHIP, "REMITTANCE_REMINDED").getFirst();
        assertThat(item.at("/text/zh").asString()).contains("2026-05-01", "请于本周内补缴。");
        assertThat(item.path("link").asString()).isEqualTo("/dues/v1/units/1112/remittances");
        assertThat(item.at("/issuer/id").asLong()).isEqualTo(COUNTY);
        assertThat(of(TOWNSHIP, "REMITTANCE_REMINDED")).isEmpty();
    }

    @Test
    void aCaseOfArrearsIsToldOncePerStateAndNamesNobody() {
        String established = EventExamples.load("dues", "arrears-case-changed.v1");
        String asked = established
                .replace("9c12", "9c11")
                .replace("\"version\": 5", "\"version\": 1")
                .replace("ESTABLISHED", "ASKED");

        broker.send(asked, asked.replace("9c11", "9c13").replace("\"version\": 1", "\"version\": 2"));
        broker.send(established);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(of(VILLAGE, "ARREARS_ESTABLISHED"))
                .hasSize(1));
        assertThat(of(VILLAGE, "ARREARS_ASKED")).hasSize(1);
        var item = of(VILLAGE, "ARREARS_ESTABLISHED").getFirst();
        assertThat(item.at("/text/zh").asString())
                .contains("6 个月", "虚委〔2026〕8号")
                .doesNotContain("4711");
        assertThat(item.path("link").asString()).isEqualTo("/dues/v1/arrears-cases/17");
        assertThat(item.toString()).as("no person in an inbox").doesNotContain("4711");
        long position = item.path("position").asLong();
        assertThat(api.post("/v1/inbox/" + position + "/reading")
                        .as(tokens.at(TOWNSHIP))
                        .send()
                        .status())
                .isEqualTo(404);
    }
}
