package cn.dangjian.dues.match.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Lists of a day that each test has for itself, and bookings of that day. */
abstract class Reconciliation extends RunningDues {

    static final long BRANCH = Province.VILLAGE;
    static final long COUNTY = Province.COUNTY;

    /** Each test has a day. */
    private static final AtomicLong DAYS = new AtomicLong(0);

    private static final AtomicLong MEMBERS = new AtomicLong(8_000_000);

    @Autowired
    JdbcTemplate template;

    LocalDate day = LocalDate.of(2025, 1, 1);

    @BeforeEach
    void aDay() {
        day = LocalDate.of(2025, 1, 1).plusDays(DAYS.incrementAndGet());
    }

    /** An order of somebody; paid and booked if there is an amount. */
    long order(String number, @Nullable Long booked) {
        long member = MEMBERS.incrementAndGet();
        Long posting = booked == null ? null : posting(member, booked, "ONLINE");
        template.update(
                """
                insert into pay_order (number, member_id, unit_id, fen, merchant, state, is_open, trade, expires_at, paid_at,
                                       posting_id, asks, next_ask_at, subject, created_at, version)
                values (?, ?, ?, 1500, 'test-merchant', ?, ?, ?, '2099-01-01', ?, ?, 0, null, 'account:1', ?, 1)\
                """,
                number,
                member,
                BRANCH,
                booked == null ? "PAYING" : "PAID",
                booked == null ? 1 : null,
                booked == null ? null : "t" + number,
                booked == null ? null : day,
                posting,
                day);
        return member;
    }

    long posting(long member, long fen, String way) {
        String cause = "test:" + UUID.randomUUID();
        template.update("""
            insert into posting (cause, kind, unit_id, member_id, fen, day, way, subject, at)
            values (?, 'PAYMENT', ?, ?, ?, ?, ?, 'account:1', ?)\
            """, cause, BRANCH, member, fen, day, way, day);
        long id = template.queryForObject("select id from posting where cause = ?", Long.class, cause);
        template.update("""
            insert into entry (posting_id, line, fund, debit, debit_owner, credit, credit_owner, fen)
            values (?, 1, 'DUES', ?, ?, 'MEMBER', ?, ?)\
            """, id, way.equals("ONLINE") ? "PROVIDER" : "CASH", BRANCH, member, fen);
        return id;
    }

    void line(String source, @Nullable String number, String reference, long fen, @Nullable Long member) {
        template.update("""
            insert ignore into statement (source, name, day, unit_id, subject, at) values (?, ?, ?, ?, 'account:1', ?)\
            """, source, "test" + day, day, COUNTY, day);
        template.update(
                """
                insert into statement_line (statement_id, source, kind, day, unit_id, reference, ordered, fen, at, member_id,
                                            sender_id)
                select id, source, 'PAYMENT', day, ?, ?, ?, ?, ?, ?, ? from statement where source = ? and name = ?\
                """,
                BRANCH,
                reference,
                number,
                fen,
                day.atTime(10, 0),
                member,
                source.equals("BANK") ? COUNTY : 0,
                source,
                "test" + day);
    }

    JsonNode again(String source) {
        var answer = api.post("/v1/reconciliation?day=" + day + "&source=" + source)
                .as(tokens.at(COUNTY))
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    JsonNode finding(long member) {
        return findings(member).path(0);
    }

    JsonNode findings(long member) {
        var all = payers.get(COUNTY, "/v1/findings?limit=200&day=" + day).json().path("items");
        var its = tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        all.valueStream().filter(one -> one.path("member").asLong() == member).forEach(its::add);
        return its;
    }

    static String result(JsonNode finding) {
        return finding.path("result").asString("") + " " + finding.path("state").asString("");
    }

    Api.Answer settle(JsonNode finding, String way) {
        return settle(finding, way, Map.of("reason", "已核对"));
    }

    Api.Answer settle(JsonNode finding, String way, Map<String, Object> body) {
        return payers.post(COUNTY, "/v1/findings/" + finding.path("id").asLong() + "/" + way, body);
    }

    static String number() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
