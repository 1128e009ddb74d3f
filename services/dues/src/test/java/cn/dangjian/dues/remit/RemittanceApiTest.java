package cn.dangjian.dues.remit;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.dues.Tree;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** By when what should be passed on, who is late, and that he was reminded. */
class RemittanceApiTest extends RunningDues {

    private static final String TYPE = "dues.remittance-reminded.v1";
    private static final long COUNTY = 511;
    private static final long TOWNSHIP = 5111;
    private static final long BRANCH = 51111;
    private static final YearMonth MONTH = NOW.minusMonths(2);

    private Tree tree() {
        return new Tree(5, broker, jdbc);
    }

    @BeforeEach
    void aTreeWhoseTownshipsPassOnMonthly() {
        tree().settle();
        jdbc.sql("delete from rule_setting where unit_id = 5").update();
        tree().set("dues.share.township", "20");
        tree().set("dues.remit.period.township", "1");
        tree().set("dues.remit.until.township", "131");
    }

    /** Something was paid in the month before the last. */
    private void collected(String amount) {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", "9999.99", MONTH.minusMonths(1));
        payers.bill(COUNTY, MONTH);
        payers.settled();
        var paid =
                payers.pay(BRANCH, member, amount, Map.of("day", MONTH.atDay(10).toString()));
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        payers.settled();
    }

    private JsonNode township() {
        return payers.get(COUNTY, "/v1/units/" + COUNTY + "/remittances")
                .json()
                .path("children")
                .valueStream()
                .filter(child -> child.path("unit").asLong() == TOWNSHIP)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode part(JsonNode remittance, YearMonth month) {
        return remittance
                .path("parts")
                .valueStream()
                .filter(part -> part.path("from").asString().equals(month.toString()))
                .findFirst()
                .orElseThrow();
    }

    private Api.Answer remind(long from) {
        return payers.post(from, "/v1/units/" + TOWNSHIP + "/remittance-reminders", Map.of("text", "请于本周内补缴。"));
    }

    @Test
    void isDueByTheRulesOfEachTier() {
        collected("100.03");

        var part = part(township(), MONTH);

        assertThat(part.path("percent").asInt()).isEqualTo(20);
        assertThat(part.path("source").asString()).contains("虚省规");
        // there is no 31st in each month: the last day then
        assertThat(part.path("dueOn").asString())
                .isEqualTo(MONTH.plusMonths(1).atEndOfMonth().toString());
        assertThat(fen(part.path("due"))).isEqualTo((fen(part.path("collected")) * 20 + 50) / 100);
        var province = payers.get(5, "/v1/units/5/remittances?from=2024&to=2024")
                .json()
                .path("own");
        assertThat(province.at("/parts/0/dueOn").asString()).isEqualTo("2025-04-30");
        assertThat(province.at("/parts/0/dueSource").asString()).contains("第十五条");
        assertThat(province.path("parts").size()).isEqualTo(1);
        var village = payers.get(BRANCH, "/v1/units/" + BRANCH + "/remittances")
                .json()
                .path("own");
        assertThat(village.path("due").isNull()).isTrue();
        assertThat(village.path("overdueSince").isNull()).isTrue();
        assertThat(payers.get(5, "/v1/units/5/remittances?from=2026&to=2025").problem())
                .isEqualTo("share.wrong-years");
    }

    @Test
    void isLateUntilItIsSentAndRemindedOfMeanwhile() {
        EventSchemas.validate(TYPE, EventExamples.load(TYPE));
        collected("50.00");
        var late = township();

        assertThat(late.path("overdueSince").asString())
                .isEqualTo(MONTH.plusMonths(2).atDay(1).toString());
        assertThat(fen(late.path("overdue")))
                .isEqualTo(fen(late.path("due")) - fen(late.path("sent")))
                .isPositive();
        assertThat(payers.get(COUNTY, "/v1/units/" + COUNTY + "/remittances?overdue=true")
                        .json()
                        .path("children")
                        .size())
                .isEqualTo(1);
        assertThat(remind(51).problem()).isEqualTo("reminder.not-superior");
        assertThat(payers.post(COUNTY, "/v1/units/5112/remittance-reminders", Map.of("text", "催缴"))
                        .problem())
                .isEqualTo("reminder.not-overdue");
        var reminded = remind(COUNTY);
        assertThat(reminded.status()).as(reminded.toString()).isEqualTo(201);
        assertThat(reminded.json().path("overdue")).isEqualTo(late.path("overdue"));
        assertThat(payers.get(TOWNSHIP, "/v1/remittance-reminders")
                        .json()
                        .at("/items/0/text")
                        .asString())
                .isEqualTo("请于本周内补缴。");
        await().untilAsserted(() -> assertThat(broker.heardOf(TYPE))
                .anySatisfy(event -> assertThat(event.at("/data/reminder"))
                        .isEqualTo(reminded.json().path("id"))));
        broker.heardOf(TYPE).forEach(event -> EventSchemas.validate(TYPE, event.toString()));

        sendAll(late.path("overdue").asString());

        assertThat(township().path("overdueSince").isNull()).isTrue();
        assertThat(township().path("open").asString()).isEqualTo("0.00");
        assertThat(remind(COUNTY).problem()).isEqualTo("reminder.not-overdue");
    }

    /** The township has the money of its branch, and sends what it is late with. */
    private void sendAll(String amount) {
        long handover = send(BRANCH, amount);
        receive(TOWNSHIP, handover, amount);
        send(TOWNSHIP, amount);
        payers.settled();
    }

    private long send(long unit, String amount) {
        var body = Map.of("fund", "DUES", "until", MONTH.toString(), "amount", amount, "day", TODAY.toString());
        var sent = payers.post(unit, "/v1/units/" + unit + "/handovers", body);
        assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
        return sent.json().path("id").asLong();
    }

    private void receive(long unit, long handover, String amount) {
        var body = Map.of("amount", amount, "day", TODAY.toString(), "receipt", "虚收据1号");
        assertThat(payers.post(unit, "/v1/handovers/" + handover + "/receipt", body)
                        .status())
                .isEqualTo(200);
    }

    private static long fen(JsonNode yuan) {
        return new java.math.BigDecimal(yuan.asString()).movePointRight(2).longValueExact();
    }
}
