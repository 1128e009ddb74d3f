package cn.dangjian.dues;

import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.DoorRules;
import cn.dangjian.testkit.Province;
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

    private long member;
    private long payment;
    private long handover;
    private long returned;
    private long publication;

    @Override
    protected void settle() {
        province.settle();
        var payers = new Payers(api, tokens, broker, jdbc);
        member = payers.member(Province.VILLAGE);
        payers.base(Province.VILLAGE, member, "SALARY", "3000", Payers.NOW);
        payers.bill(Province.COUNTY, Payers.NOW);
        payment =
                payers.pay(Province.VILLAGE, member, "15.00").json().path("id").asLong();
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
    }

    private long inserted(String statement) {
        var keys = new org.springframework.jdbc.support.GeneratedKeyHolder();
        jdbc.sql(statement).update(keys, "id");
        return java.util.Objects.requireNonNull(keys.getKey()).longValue();
    }

    @Override
    protected long thing(String path) {
        if (path.startsWith("/v1/payments/")) return payment;
        if (path.startsWith("/v1/handovers/")) return handover;
        if (path.startsWith("/v1/stay-handovers/")) return returned;
        if (path.startsWith("/v1/publications/")) return publication;
        return path.startsWith("/v1/units/") ? Province.VILLAGE : member;
    }
}
