package cn.dangjian.dues.match.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.Online;
import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Lists of a day of its own, held against bookings of that day: five results, and how each is settled. */
class ReconcileTest extends RunningDues {

    private static final long BRANCH = Province.VILLAGE;
    private static final long COUNTY = Province.COUNTY;

    /** Each test has a day. */
    private static final AtomicLong DAYS = new AtomicLong(0);

    private static final AtomicLong MEMBERS = new AtomicLong(8_000_000);

    @Autowired
    JdbcTemplate template;

    private LocalDate day = LocalDate.of(2025, 1, 1);

    @BeforeEach
    void aDay() {
        day = LocalDate.of(2025, 1, 1).plusDays(DAYS.incrementAndGet());
    }

    /** An order of somebody; paid and booked if there is an amount. */
    private long order(String number, @Nullable Long booked) {
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

    private long posting(long member, long fen, String way) {
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

    private void line(String source, @Nullable String number, String reference, long fen, @Nullable Long member) {
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

    private JsonNode again(String source) {
        var answer = api.post("/v1/reconciliation?day=" + day + "&source=" + source)
                .as(tokens.at(COUNTY))
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode finding(long member) {
        return findings(member).path(0);
    }

    private JsonNode findings(long member) {
        var all = payers.get(COUNTY, "/v1/findings?limit=200&day=" + day).json().path("items");
        var its = tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        all.valueStream().filter(one -> one.path("member").asLong() == member).forEach(its::add);
        return its;
    }

    private static String result(JsonNode finding) {
        return finding.path("result").asString("") + " " + finding.path("state").asString("");
    }

    private Api.Answer settle(JsonNode finding, String way) {
        return settle(finding, way, Map.of("reason", "已核对"));
    }

    private Api.Answer settle(JsonNode finding, String way, Map<String, Object> body) {
        return payers.post(COUNTY, "/v1/findings/" + finding.path("id").asLong() + "/" + way, body);
    }

    private static String number() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    void findsFiveResultsOfTheProvidersList() {
        String right = number();
        String twice = number();
        String here = number();
        String there = number();
        String other = number();
        long matched = order(right, 1500L);
        line("PROVIDER", right, "t" + right, 1500, matched);
        long paidTwice = order(twice, 1500L);
        line("PROVIDER", twice, "second" + twice, 1500, paidTwice);
        line("PROVIDER", twice, "t" + twice, 1500, paidTwice);
        long missingHere = order(here, null);
        line("PROVIDER", here, "t" + here, 1500, missingHere);
        long missingThere = order(there, 1500L);
        long otherAmount = order(other, 1500L);
        line("PROVIDER", other, "t" + other, 1499, otherAmount);

        var sums = again("PROVIDER");

        assertThat(result(finding(matched))).isEqualTo("MATCHED SETTLED");
        assertThat(result(finding(missingHere))).isEqualTo("MISSING_HERE OPEN");
        assertThat(result(finding(missingThere))).isEqualTo("MISSING_THERE OPEN");
        assertThat(result(finding(otherAmount))).isEqualTo("OTHER_AMOUNT OPEN");
        assertThat(findings(paidTwice).valueStream().map(ReconcileTest::result))
                .containsExactlyInAnyOrder("MATCHED SETTLED", "TWICE OPEN");
        assertThat(sums.path("settled").asBoolean()).isFalse();
        assertThat(sums.path("sums")
                        .valueStream()
                        .map(sum -> sum.path("result").asString() + " "
                                + sum.path("count").asInt() + " "
                                + sum.path("amount").asString()))
                .containsExactlyInAnyOrder(
                        "MATCHED 2 30.00",
                        "MISSING_HERE 1 15.00",
                        "MISSING_THERE 1 15.00",
                        "OTHER_AMOUNT 1 14.99",
                        "TWICE 1 15.00");
        assertThat(payers.get(Province.OTHER_COUNTY, "/v1/reconciliation?day=" + day)
                        .json()
                        .path("sums"))
                .isEmpty();
    }

    @Test
    void findsTheSameAgainAndLessWhenItHasBecomeRight() {
        String late = number();
        long member = order(late, null);
        line("PROVIDER", late, "t" + late, 1500, member);
        again("PROVIDER");
        assertThat(result(finding(member))).isEqualTo("MISSING_HERE OPEN");
        again("PROVIDER");
        assertThat(findings(member)).hasSize(1);

        template.update(
                "update pay_order set state = 'PAID', is_open = null, trade = ?, posting_id = ? where number = ?",
                "t" + late,
                posting(member, 1500, "ONLINE"),
                late);
        again("PROVIDER");

        assertThat(result(finding(member))).isEqualTo("MATCHED SETTLED");
        assertThat(findings(member)).hasSize(1);
    }

    @Test
    void findsABookingOfTheDayBeforeAroundMidnight() {
        String number = number();
        long member = order(number, 1500L);
        line("PROVIDER", number(), "somebody" + number, 1, null);
        again("PROVIDER");
        assertThat(result(finding(member))).isEqualTo("MISSING_THERE OPEN");

        day = day.plusDays(200);
        line("PROVIDER", number, "t" + number, 1500, member);
        again("PROVIDER");

        assertThat(result(finding(member))).isEqualTo("MATCHED SETTLED");
        day = day.minusDays(200);
        assertThat(findings(member)).isEmpty();
    }

    @Test
    void settlesEachInItsWayAndOnce() {
        String here = number();
        String there = number();
        String other = number();
        long missingHere = order(here, null);
        line("PROVIDER", here, "t" + here, 1500, missingHere);
        long missingThere = order(there, 1500L);
        long otherAmount = order(other, 1500L);
        line("PROVIDER", other, "t" + other, 1499, otherAmount);
        again("PROVIDER");

        assertThat(settle(finding(missingHere), "reversal").problem()).isEqualTo("finding.other-way");
        assertThat(settle(finding(missingThere), "booking").problem()).isEqualTo("finding.other-way");
        assertThat(payers.post(
                                BRANCH,
                                "/v1/findings/"
                                        + finding(missingHere).path("id").asLong() + "/note",
                                Map.of("reason", "x"))
                        .problem())
                .isEqualTo("statement.not-county");

        var booked = settle(finding(missingHere), "booking");
        assertThat(booked.status()).as(booked.toString()).isEqualTo(200);
        assertThat(booked.json().path("way").asString()).isEqualTo("BOOKED");
        assertThat(booked.json().path("settledBy").asString()).isEqualTo("account:" + COUNTY);
        assertThat(settle(finding(missingThere), "reversal").status()).isEqualTo(200);
        assertThat(settle(finding(otherAmount), "refund").status()).isEqualTo(200);
        assertThat(settle(finding(otherAmount), "note").problem()).isEqualTo("finding.settled-already");

        assertThat(template.queryForObject("select state from pay_order where number = ?", String.class, here))
                .isEqualTo("PAID");
        assertThat(template.queryForObject("select refund_reason from pay_order where number = ?", String.class, other))
                .isEqualTo("已核对");
        var sums = again("PROVIDER");
        assertThat(sums.path("settled").asBoolean()).as(sums.toString()).isTrue();
        new Online(payers, api, tokens, jdbc).isBalanced();
    }

    @Test
    void findsFiveResultsOfABanksList() {
        long matched = payers.member(BRANCH);
        posting(matched, 1500, "TRANSFER");
        line("BANK", null, "m" + day, 1500, matched);
        long twice = payers.member(BRANCH);
        posting(twice, 1500, "TRANSFER");
        posting(twice, 1500, "TRANSFER");
        line("BANK", null, "w" + day, 1500, twice);
        long missingHere = payers.member(BRANCH);
        line("BANK", null, "h" + day, 1500, missingHere);
        long missingThere = payers.member(BRANCH);
        posting(missingThere, 1500, "TRANSFER");
        long otherAmount = payers.member(BRANCH);
        posting(otherAmount, 1500, "TRANSFER");
        line("BANK", null, "o" + day, 15000, otherAmount);
        line("BANK", null, "n" + day, 700, null);

        var sums = again("BANK");

        assertThat(result(finding(matched))).isEqualTo("MATCHED SETTLED");
        assertThat(result(finding(missingHere))).isEqualTo("MISSING_HERE OPEN");
        assertThat(result(finding(missingThere))).isEqualTo("MISSING_THERE OPEN");
        assertThat(result(finding(otherAmount))).isEqualTo("OTHER_AMOUNT OPEN");
        assertThat(findings(twice).valueStream().map(ReconcileTest::result))
                .containsExactlyInAnyOrder("MATCHED SETTLED", "TWICE OPEN");
        assertThat(sums.path("sums")
                        .valueStream()
                        .map(sum -> sum.path("result").asString() + " "
                                + sum.path("count").asInt()))
                .containsExactlyInAnyOrder(
                        "MATCHED 2", "MISSING_HERE 2", "MISSING_THERE 1", "OTHER_AMOUNT 1", "TWICE 1");

        var second = findings(twice)
                .valueStream()
                .filter(one -> result(one).equals("TWICE OPEN"))
                .findFirst()
                .orElseThrow();
        assertThat(settle(second, "reversal").status()).isEqualTo(200);
        assertThat(settle(finding(missingHere), "booking").status()).isEqualTo(200);
        assertThat(settle(finding(otherAmount), "booking").status()).isEqualTo(200);
        assertThat(settle(finding(0), "booking").problem()).isEqualTo("finding.member-missing");
        assertThat(settle(finding(0), "booking", Map.of("reason", "已问", "member", matched))
                        .status())
                .isEqualTo(200);
        assertThat(settle(finding(missingThere), "note").status()).isEqualTo(200);
        assertThat(again("BANK").path("settled").asBoolean()).isTrue();
        assertThat(template.queryForObject(
                        "select sum(if(credit = 'MEMBER', fen, -fen)) from entry where ? in (debit_owner, credit_owner)"
                                + " and 'MEMBER' in (debit, credit)",
                        Long.class,
                        otherAmount))
                .isEqualTo(15000);
        new Online(payers, api, tokens, jdbc).isBalanced();
    }
}
