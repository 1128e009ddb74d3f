package cn.dangjian.member.moving.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A unit ends while a transfer is under way. */
class HandOverTest extends Moves {

    private static final long ENDED = 11211;
    private static final long HEIR = 11212;

    @Autowired
    Transfers transfers;

    @Autowired
    Broker broker;

    @Autowired
    TransactionTemplate transaction;

    private Integer handOver() {
        return transaction.execute(status ->
                transfers.handOver(new UnitId(ENDED), new UnitId(HEIR), "原组织并入", "account:17", Instant.now()));
    }

    @Test
    void itGoesOnWithTheHeirAndSaysSo() {
        handOver();
        long member = persons.member(ORIGIN, "承一");
        long id = id(ask(ORIGIN, member, to(ENDED)));
        taken(ABOVE_ORIGIN, id, "approval", Map.of());
        taken(ABOVE_ORIGIN, id, "letter", Map.of("letter", "虚组介〔2026〕31号"));

        assertThat(handOver()).isEqualTo(1);
        assertThat(handOver()).as("heard twice").isZero();

        taken(Province.SIBLING_TOWNSHIP, id, "admission", Map.of());
        assertThat(step(ENDED, id, "acceptance", Map.of()).problem()).isEqualTo("transfer.unknown");
        taken(HEIR, id, "acceptance", Map.of());
        var seen = seen(ORIGIN, id);
        assertThat(seen.at("/transfer/destination").asLong()).isEqualTo(HEIR);
        assertThat(seen.path("journal").findValuesAsString("step"))
                .containsExactly("REQUESTED", "OUT_APPROVED", "LETTERED", "HANDED_OVER", "IN_APPROVED", "ACCEPTED");
        assertThat(seen.at("/journal/3/note").asString()).isEqualTo("原组织并入");
        await().until(() -> broker.heardOf("member.transfer-changed.v1").stream()
                .anyMatch(event -> event.path("key").asString().equals("transfer:" + id)
                        && event.path("version").asInt() == 4
                        && event.at("/data/state").asString().equals("LETTERED")
                        && event.at("/data/destination").asLong() == HEIR));
    }
}
