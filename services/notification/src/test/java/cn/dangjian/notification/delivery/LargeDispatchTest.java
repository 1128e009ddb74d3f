package cn.dangjian.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.notification.Said;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ServiceTest
class LargeDispatchTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    Province province;

    @Autowired
    JdbcTemplate database;

    @Test
    void closesTheLedgerOfAWholeProvince() {
        province.settle();
        var units = LongStream.range(5_000_000, 5_030_000).boxed().toList();
        settle(units);

        var started = Instant.now();
        broker.send(Said.addressed(5000, units, 500));

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    var ledger = api.get("/v1/dispatches/5000/ledger")
                            .as(tokens.at(Province.PROVINCE))
                            .send()
                            .json();
                    assertThat(ledger.path("delivered").asLong()).isEqualTo(29_900);
                    assertThat(ledger.path("pending").asLong()).isEqualTo(100);
                    assertThat(ledger.path("complete").asBoolean()).isTrue();
                });
        System.out.println("30,000 addresses to a closed ledger: "
                + Duration.between(started, Instant.now()).toMillis() + " ms");
    }

    /** All known, all but a hundred with somebody to receive. */
    private void settle(List<Long> units) {
        database.batchUpdate(
                """
                insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
                values (?, 1111, ?, '示范村', 'VILLAGE', 'VILLAGE_ORGANIZATION', 'RURAL', ?, 1, '2022-01-01')\
                """,
                units.stream()
                        .map(unit -> new Object[] {unit, "98" + unit, Said.path(unit)})
                        .toList());
        database.batchUpdate(
                "insert into roster (post, unit, account, duty, active, version) values (?, ?, ?, 'office', true, 1)",
                units.stream()
                        .skip(100)
                        .map(unit -> new Object[] {unit, unit, unit})
                        .toList());
    }
}
