package cn.dangjian.dues.remit.heir;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Province;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The money of a village that is merged is its heir's. */
class HeirTest extends RunningDues {

    private static final long ENDED = 11211;
    private static final long HEIR = 11212;

    @Autowired
    HandOver handOver;

    @Test
    void hasTheMoneyOfWhoeverEnded() {
        long member = payers.member(ENDED);
        payers.base(ENDED, member, "SALARY", "3000", NOW);
        payers.bill(Province.SIBLING_COUNTY, NOW);
        payers.settled();
        var paid = payers.pay(ENDED, member, "15.00");
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        long payment = paid.json().path("id").asLong();
        long held = held(ENDED) + held(HEIR);

        String event = merged();
        broker.send(event, event);

        await().untilAsserted(() -> assertThat(held(ENDED)).isZero());
        assertThat(held(HEIR)).isEqualTo(held).isPositive();

        // what is taken back of the ended unit comes from the heir
        assertThat(payers.post(
                                Province.SIBLING_TOWNSHIP,
                                "/v1/payments/" + payment + "/reversal",
                                Map.of("reason", "记错人"))
                        .status())
                .isEqualTo(200);
        handOver.handOver();
        assertThat(held(ENDED)).isZero();
        assertThat(held(HEIR)).isEqualTo(held - 1500);
        assertThat(api.get("/v1/trial-balance")
                        .as(tokens.administrator())
                        .send()
                        .json()
                        .path("balanced")
                        .asBoolean())
                .isTrue();
    }

    private static String merged() {
        return Province.changed(ENDED, 7)
                .replace("\"validTo\":null", "\"validTo\":\"%s\"".formatted(TODAY))
                .replace(
                        "}}", ",\"membersTo\":{\"unit\":%d,\"from\":\"%s\",\"document\":null}}}".formatted(HEIR, TODAY))
                .replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"" + UUID.randomUUID() + "\"");
    }

    private long held(long unit) {
        return jdbc.sql("""
            select coalesce(sum(case when debit = 'CASH' and debit_owner = :unit then fen else 0 end
                              - case when credit = 'CASH' and credit_owner = :unit then fen else 0 end), 0) from entry\
            """).param("unit", unit).query(Long.class).single();
    }
}
