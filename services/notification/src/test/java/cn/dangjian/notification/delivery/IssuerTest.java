package cn.dangjian.notification.delivery;

import static cn.dangjian.testkit.Province.CITY;
import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.OTHER_COUNTY;
import static cn.dangjian.testkit.Province.PROVINCE;
import static cn.dangjian.testkit.Province.SIBLING_COUNTY;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static cn.dangjian.testkit.Province.VILLAGE;
import static cn.dangjian.testkit.Province.VILLAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.notification.Said;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import cn.dangjian.testkit.neighbours.TaskStandIn;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the issuer of a dispatch sees of it, whatever has been heard here. */
@ServiceTest
class IssuerTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void aProvince(@Autowired Province province) {
        province.settle();
    }

    @Test
    void seesALedgerOfNothingBeforeAnythingIsHeard() {
        TaskStandIn.knows(7001, COUNTY, 5);

        for (long unit : List.of(COUNTY, CITY, PROVINCE)) {
            var ledger = ledger(7001, unit);
            assertThat(ledger.status()).as(ledger.toString()).isEqualTo(200);
            assertThat(ledger.json().path("addressed").asLong()).isZero();
            assertThat(ledger.json().path("complete").asBoolean()).isFalse();
            assertThat(entries(7001, unit).json().path("items")).isEmpty();
        }
    }

    @Test
    void aloneSeesItWithThoseAbove() {
        TaskStandIn.knows(7002, COUNTY, 5);

        for (long unit : List.of(TOWNSHIP, VILLAGE, SIBLING_COUNTY, OTHER_COUNTY)) {
            for (var answer : List.of(ledger(7002, unit), entries(7002, unit)))
                assertThat(answer.status()).isEqualTo(404);
            assertThat(said(ledger(7002, unit)))
                    .isEqualTo(said(ledger(7003, unit)).replace("7003", "7002"));
        }
    }

    @Test
    void seesItWhileOnlyAPartOfItIsHeard() {
        var chunks = Said.addressed(7004, VILLAGES, 3);
        broker.send(chunks.getFirst());
        await().untilAsserted(() -> assertThat(
                        ledger(7004, COUNTY).json().path("addressed").asLong())
                .isEqualTo(3));

        assertThat(ledger(7004, COUNTY).json().path("complete").asBoolean()).isFalse();
        assertThat(ledger(7004, OTHER_COUNTY).status()).isEqualTo(404);
    }

    @Test
    void seesTheWholeOfItWhenUnitsHaveMovedAway() {
        broker.send(Said.addressed(7006, VILLAGES, 500));
        await().untilAsserted(() -> assertThat(
                        ledger(7006, COUNTY).json().path("addressed").asLong())
                .isEqualTo(5));
        assertThat(ledger(7006, COUNTY).json().path("elsewhere").asLong()).isZero();
        String here = Province.path(TOWNSHIP);
        String there = Province.path(SIBLING_COUNTY) + here.substring(here.length() - 5);
        move(here, there);
        try {
            assertThat(ledger(7006, COUNTY).json().path("addressed").asLong()).isEqualTo(5);
            assertThat(ledger(7006, COUNTY).json().path("elsewhere").asLong()).isEqualTo(3);
            assertThat(entries(7006, COUNTY).json().path("items")).hasSize(2);
            assertThat(ledger(7006, CITY).json().path("elsewhere").asLong()).isZero();
            assertThat(ledger(7006, SIBLING_COUNTY).json().path("addressed").asLong())
                    .isEqualTo(3);
            assertThat(ledger(7006, OTHER_COUNTY).status()).isEqualTo(404);
        } finally {
            move(there, here);
        }
    }

    @Test
    void seesTheWholeOfItWhenEveryUnitHasMovedAway() {
        broker.send(Said.addressed(7007, List.of(11111L, 11112L), 500));
        await().untilAsserted(() -> assertThat(
                        ledger(7007, COUNTY).json().path("addressed").asLong())
                .isEqualTo(2));
        String here = Province.path(TOWNSHIP);
        String there = Province.path(SIBLING_COUNTY) + here.substring(here.length() - 5);
        move(here, there);
        try {
            assertThat(ledger(7007, COUNTY).json().path("addressed").asLong()).isEqualTo(2);
            assertThat(ledger(7007, COUNTY).json().path("elsewhere").asLong()).isEqualTo(2);
            assertThat(ledger(7007, COUNTY).json().path("complete").asBoolean()).isTrue();
            assertThat(entries(7007, COUNTY).json().path("items")).isEmpty();
            assertThat(ledger(7007, OTHER_COUNTY).status()).isEqualTo(404);
        } finally {
            move(there, here);
        }
    }

    private void move(String from, String to) {
        database.update(
                "update unit set path = concat(?, substring(path, ?)) where path like concat(?, '%')",
                to, from.length() + 1, from);
    }

    @Test
    void isToldToComeBackWhileTaskDoesNotAnswer() {
        TaskStandIn.breaksAt(7005);

        for (var answer : List.of(ledger(7005, COUNTY), entries(7005, COUNTY))) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("dispatch.unconfirmed");
            assertThat(answer.header("Retry-After")).isEqualTo("10");
        }
    }

    private Api.Answer ledger(long dispatch, long unit) {
        return api.get("/v1/dispatches/" + dispatch + "/ledger")
                .as(tokens.at(unit))
                .send();
    }

    private Api.Answer entries(long dispatch, long unit) {
        return api.get("/v1/dispatches/" + dispatch + "/ledger/entries")
                .as(tokens.at(unit))
                .send();
    }

    private static String said(Api.Answer answer) {
        return answer.body().replaceAll(",\"traceId\":\"[^\"]*\"", "");
    }
}
