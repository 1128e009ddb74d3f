package cn.dangjian.member.moving.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.member.person.standing.HandOverObserver.HandOver;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import java.time.Instant;
import java.util.List;
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
    Standings standings;

    @Autowired
    Broker broker;

    @Autowired
    TransactionTemplate transaction;

    private static HandOver going(long from, long to, String note) {
        return new HandOver(new UnitId(from), new UnitId(to), TODAY, note, "account:17", Instant.now());
    }

    private void handOver() {
        transaction.executeWithoutResult(status -> transfers.unitWent(going(ENDED, HEIR, "原组织并入")));
    }

    @Test
    void itGoesOnWithTheHeirAndSaysSo() {
        handOver();
        long member = persons.member(ORIGIN, "承一");
        long id = id(ask(ORIGIN, member, to(ENDED)));
        taken(ABOVE_ORIGIN, id, "approval", Map.of());
        taken(ABOVE_ORIGIN, id, "letter", Map.of("letter", "虚组介〔2026〕31号"));

        handOver();
        // heard twice
        handOver();

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

    @Test
    void whoeverIsOfAPartLeavesThePart() {
        long part = Province.SECOND_VILLAGE;
        long member = persons.member(ORIGIN, "承二");
        long stays = persons.member(ORIGIN, "承三");
        long id = lettered(member);
        long other = lettered(stays);

        transaction.executeWithoutResult(status -> {
            standings.record(
                    List.of(Happening.arrived(new MemberId(member), new UnitId(part), TODAY)),
                    "account:17",
                    Instant.now());
            transfers.membersWent(going(ORIGIN, part, "原组织分设"), List.of(new MemberId(member)));
        });

        assertThat(seen(part, id).at("/transfer/origin").asLong()).isEqualTo(part);
        assertThat(persons.get(ORIGIN, "/v1/transfers/" + id).status()).isEqualTo(404);
        assertThat(seen(ORIGIN, other).at("/transfer/origin").asLong()).isEqualTo(ORIGIN);
        taken(ABOVE_DESTINATION, id, "admission", Map.of());
        taken(DESTINATION, id, "acceptance", Map.of());
        assertThat(standing(DESTINATION, member, TODAY, "unitId")).isEqualTo(String.valueOf(DESTINATION));
    }
}
