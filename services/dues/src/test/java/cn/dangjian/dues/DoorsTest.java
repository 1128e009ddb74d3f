package cn.dangjian.dues;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.DoorRules;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.Workers;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DoorsTest extends DoorRules {

    @Autowired
    Province province;

    @Autowired
    Broker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Workers workers;

    private Payers payers;
    private long member;
    private long payment;
    private long handover;
    private long returned;
    private long publication;
    private long relief;
    private long arrears;
    private long loss;
    private long order;
    private long finding;

    @Override
    protected void settle() {
        province.settle();
        payers = new Payers(api, tokens, broker, jdbc, workers);
        member = payers.member(Province.VILLAGE);
        payers.base(Province.VILLAGE, member, "SALARY", "3000", Payers.NOW);
        payers.bill(Province.COUNTY, Payers.NOW);
        payment =
                payers.pay(Province.VILLAGE, member, "15.00").json().path("id").asLong();
        var online = new Online(payers, api, tokens, jdbc);
        order = online.order(online.owing(Province.VILLAGE), "15.00")
                .json()
                .path("id")
                .asLong();
        jdbc.sql("""
            insert into finding (source, day, unit_id, posting_id, result, state, version)
            values ('BANK', '2024-01-01', ?, ?, 'MISSING_THERE', 'OPEN', 1)\
            """).params(Province.VILLAGE, payment).update();
        finding = jdbc.sql("select id from finding where posting_id = ?")
                .param(payment)
                .query(Long.class)
                .single();
        handover = payers.post(
                        Province.VILLAGE,
                        "/v1/units/" + Province.VILLAGE + "/handovers",
                        Map.of(
                                "fund",
                                "DUES",
                                "until",
                                Payers.NOW.toString(),
                                "amount",
                                "1.00",
                                "day",
                                Payers.TODAY.toString()))
                .json()
                .path("id")
                .asLong();
        returned = inserted("""
            insert into stay_handover (unit_id, origin_id, sent_fen, sent_on, version) values (11111, 11112, 100, '2026-01-01', 1)\
            """);
        publication = inserted("""
            insert into publication (unit_id, year, part, seq, place, day, payers, due_fen, paid_fen, members, subject, at)
            values (11111, 2025, 'YEAR', 1, '公开栏', '2026-01-05', 0, 0, 0, false, 'account:1', now(6))\
            """);
        relief = relief();
        arrears = arrears();
        loss = loss();
    }

    private long inserted(String statement) {
        var keys = new org.springframework.jdbc.support.GeneratedKeyHolder();
        jdbc.sql(statement).update(keys, "id");
        return java.util.Objects.requireNonNull(keys.getKey()).longValue();
    }

    private long loss() {
        var less = Map.of("amount", "0.40", "day", Payers.TODAY.toString(), "receipt", "虚收据1号", "note", "少了，待查");
        api.post("/v1/handovers/" + handover + "/receipt", less)
                .as(tokens.at(Province.TOWNSHIP))
                .key()
                .header("If-Match", "\"1\"")
                .send();
        long given = payers.post(
                        Province.VILLAGE,
                        "/v1/handovers/" + handover + "/losses",
                        Map.of("amount", "0.60", "document", "虚情况说明1号", "note", "途中遗失"))
                .json()
                .path("id")
                .asLong();
        assertThat(given).isPositive();
        return given;
    }

    private long relief() {
        return payers.post(
                        Province.VILLAGE,
                        "/v1/members/" + member + "/reliefs",
                        Map.of(
                                "most",
                                "0.00",
                                "from",
                                Payers.NOW.toString(),
                                "to",
                                Payers.NOW.toString(),
                                "document",
                                "虚支〔2026〕3号",
                                "reason",
                                "长期患病"))
                .json()
                .at("/relief/id")
                .asLong();
    }

    /** Of somebody who has not paid for half a year. */
    private long arrears() {
        long late = payers.member(Province.VILLAGE);
        payers.base(Province.VILLAGE, late, "SALARY", "3000", Payers.NOW.minusMonths(6));
        for (int ago = 6; ago > 0; ago--) payers.bill(Province.COUNTY, Payers.NOW.minusMonths(ago));
        return payers.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> payers.get(Province.VILLAGE, "/v1/arrears-cases?member=" + late)
                                .json()
                                .at("/items/0/id")
                                .asLong(),
                        id -> id > 0);
    }

    @Override
    protected long thing(String path) {
        if (path.startsWith("/v1/payments/")) return payment;
        if (path.startsWith("/v1/handovers/")) return handover;
        if (path.startsWith("/v1/stay-handovers/")) return returned;
        if (path.startsWith("/v1/publications/")) return publication;
        if (path.startsWith("/v1/reliefs/")) return relief;
        if (path.startsWith("/v1/arrears-cases/")) return arrears;
        if (path.startsWith("/v1/losses/")) return loss;
        if (path.startsWith("/v1/orders/")) return order;
        if (path.startsWith("/v1/findings/")) return finding;
        return path.startsWith("/v1/units/") ? Province.VILLAGE : member;
    }
}
