package cn.dangjian.dues.care;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.Payers.Period;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** 欠交: how many months in a row somebody has not paid, counted from bills and bookings. */
class LateTest extends Arrears {

    private static final String TYPE = "dues.arrears-changed.v1";
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @ParameterizedTest(name = "{0} months, paid {1}, waived {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        5 | -     | -  | 5 | 5 | 5 | 75.00
        6 | -     | -  | 6 | 6 | 6 | 90.00
        1 | -     | -  | 1 | 1 | 1 | 15.00
        0 | -     | -  | 0 | - | 0 | 0.00
        12| -     | -  | 8 | 8 | 8 | 120.00
        6 | 15.00 | -  | 5 | 5 | 5 | 75.00
        6 | 14.99 | -  | 6 | 6 | 6 | 75.01
        6 | 45.00 | -  | 3 | 3 | 3 | 45.00
        6 | 90.00 | -  | 0 | - | 0 | 0.00
        7 | -     | 4  | 3 | 3 | 6 | 90.00
        7 | -     | 2  | 5 | 7 | 6 | 90.00
        7 | 15.00 | 1  | 5 | 6 | 5 | 75.00
        """)
    void countsTheLongestRowOfOpenMonths(
            int months, String paid, Integer waived, int inARow, Integer since, int open, String fen) {
        long member = owing(months);
        if (paid != null)
            assertThat(payers.pay(BRANCH, member, paid, ALLOWED).status()).isEqualTo(201);
        if (waived != null) granted(member, "0.00", NOW.minusMonths(waived), NOW.minusMonths(waived));
        counted();

        var late = late(member);

        assertThat(late.path("months").asInt()).isEqualTo(inARow);
        assertThat(late.path("since").asString(null))
                .isEqualTo(since == null ? null : NOW.minusMonths(since).toString());
        assertThat(late.path("openMonths").asInt()).isEqualTo(open);
        assertThat(late.path("open").asString()).isEqualTo(fen);
    }

    /** Counted by set, it is what the months of a member say one by one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void countsWhatTheMonthsOfTheMemberSay(long seed) {
        var random = new Random(seed);
        long member = owing(1 + random.nextInt(BILLED));
        for (int change = random.nextInt(3); change > 0; change--)
            payers.base(
                    BRANCH, member, "SALARY", random.nextBoolean() ? "5000" : "1234.56", NOW.minusMonths(1 + change));
        for (int waived = random.nextInt(3); waived > 0; waived--) {
            var month = NOW.minusMonths(2L * waived);
            granted(member, "0.00", month, month);
        }
        payers.settled();
        for (int payment = random.nextInt(4); payment > 0; payment--)
            payers.pay(BRANCH, member, 1 + random.nextInt(20) + ".07", Map.of("again", true, "document", "虚批〔2026〕1号"));
        counted();

        int longest = 0;
        int row = 0;
        int open = 0;
        for (var month :
                payers.get(BRANCH, "/v1/members/" + member + "/dues").json().path("months")) {
            if (!YearMonth.parse(month.path("month").asString()).isBefore(NOW)) continue;
            boolean paid = fen(month.path("paid")) >= fen(month.path("due"));
            row = paid ? 0 : row + 1;
            if (!paid) open++;
            longest = Math.max(longest, row);
        }
        assertThat(late(member).path("months").asInt()).isEqualTo(longest);
        assertThat(late(member).path("openMonths").asInt()).isEqualTo(open);
    }

    private static long fen(JsonNode yuan) {
        return new BigDecimal(yuan.asString()).movePointRight(2).longValueExact();
    }

    @Test
    void countsAgainWhatAReversalOrARefundOpens() {
        long member = owing(2);
        long payment = payers.pay(BRANCH, member, "30.00").json().path("id").asLong();
        counted();
        assertThat(late(member).path("months").asInt()).isZero();
        payers.post(BRANCH, "/v1/payments/" + payment + "/reversal", Map.of("reason", "记错人"));
        counted();
        assertThat(late(member).path("months").asInt()).isEqualTo(2);

        assertThat(payers.pay(BRANCH, member, "30.00", Map.of("again", true)).status())
                .isEqualTo(201);
        long relief = granted(member, "0.00", NOW.minusMonths(1), NOW);
        var refund = payers.post(
                BRANCH,
                "/v1/members/" + member + "/refunds",
                Map.of("amount", "15.00", "day", TODAY.toString(), "way", "CASH", "reason", "免交"));
        assertThat(refund.status()).as(refund.toString()).isEqualTo(201);
        counted();
        assertThat(late(member).path("months").asInt()).isZero();
        assertThat(end(secretary(), relief, NOW.minusMonths(1)).status()).isEqualTo(200);
        counted();
        assertThat(late(member).path("months").asInt()).isEqualTo(1);
    }

    @Test
    void countsNothingOfMonthsThatAreCorrectedToNothing() {
        long member = owing(6);

        payers.tell(
                member,
                new Period(LONG_AGO, NOW.minusMonths(3).atDay(1).minusDays(1), "OBJECT", BRANCH, null),
                new Period(NOW.minusMonths(3).atDay(1), null, "PROBATIONARY", BRANCH, "EMPLOYED"));
        counted();

        assertThat(late(member).path("months").asInt()).isEqualTo(3);
    }

    @Test
    void listsAndCountsThemForWhoeverIsAboveAndFollowsTheMember() {
        long member = owing(3);
        long shorter = owing(2);

        var listed = payers.get(Province.TOWNSHIP, "/v1/units/" + Province.TOWNSHIP + "/arrears?months=3&limit=200")
                .json()
                .path("items");
        assertThat(listed.findValuesAsString("member"))
                .contains(String.valueOf(member))
                .doesNotContain(String.valueOf(shorter));
        var counts = payers.get(Province.TOWNSHIP, "/v1/units/" + Province.TOWNSHIP + "/arrears/counts")
                .json();
        assertThat(sum(counts.path("parts"), "three"))
                .isEqualTo(counts.at("/all/three").asLong());
        assertThat(counts.at("/all/three").asLong()).isEqualTo(recount(3));

        payers.tell(
                member,
                new Period(LONG_AGO, TODAY.minusDays(1), "FULL", BRANCH, "EMPLOYED"),
                new Period(TODAY, null, "FULL", Province.OTHER_VILLAGE, "EMPLOYED"));
        counted();
        assertThat(payers.get(BRANCH, "/v1/members/" + member + "/arrears").status())
                .isEqualTo(404);
        assertThat(late(Province.OTHER_VILLAGE, member).path("months").asInt()).isEqualTo(3);
        assertThat(payers.get(Province.OTHER_COUNTY, "/v1/units/" + BRANCH + "/arrears")
                        .problem())
                .isEqualTo("unit.unknown");
    }

    @Test
    void isWrittenDownThatTheBranchHasReminded() {
        long member = owing(2);
        long paid = owing(0);
        var today = Map.of("day", TODAY.toString(), "note", "电话提醒");
        String door = "/v1/members/" + member + "/arrears/reminders";

        assertThat(payers.post(Province.COUNTY, door, today).problem()).isEqualTo("arrears.not-branch");
        assertThat(payers.post(BRANCH, door, today).status()).isEqualTo(201);
        assertThat(payers.post(BRANCH, door, today).problem()).isEqualTo("arrears.reminded-already");
        assertThat(payers.post(BRANCH, door, Map.of("day", TODAY.plusDays(1).toString()))
                        .problem())
                .isEqualTo("arrears.wrong-day");
        assertThat(payers.post(BRANCH, "/v1/members/" + paid + "/arrears/reminders", today)
                        .problem())
                .isEqualTo("arrears.not-late");

        var listed = payers.get(BRANCH, "/v1/units/" + BRANCH + "/arrears?limit=200")
                .json()
                .path("items");
        assertThat(listed.valueStream()
                        .filter(one -> one.path("member").asLong() == member)
                        .map(one -> one.path("remindedOn").asString()))
                .containsExactly(TODAY.toString());
    }

    @Test
    void isToldWholeOfEachUnitAndToldAgain() {
        EventSchemas.validate(TYPE, EventExamples.load(TYPE));
        long unit = 11122;
        owing(unit, 2);
        payers.await().untilAsserted(() -> assertThat(
                        newest(unit).at("/data/byMonths/1/members").asLong())
                .isEqualTo(at(unit, 2)));
        told(unit).forEach(event -> EventSchemas.validate(TYPE, event.toString()));
        var before = newest(unit);

        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);

        payers.await()
                .untilAsserted(() -> assertThat(newest(unit).path("version").asLong())
                        .isGreaterThan(before.path("version").asLong()));
        assertThat(newest(unit).path("data")).isEqualTo(before.path("data"));
    }

    private static long sum(JsonNode parts, String field) {
        return parts.valueStream()
                .mapToLong(part -> part.path("counts").path(field).asLong())
                .sum();
    }

    private long recount(int months) {
        return jdbc.sql("""
            select count(*) from late l join unit u on u.id = l.unit_id
             where l.months = :months and u.path between :path and concat(:path, '~')\
            """)
                .param("months", months)
                .param("path", Province.path(Province.TOWNSHIP))
                .query(Long.class)
                .single();
    }

    private long at(long unit, int months) {
        return jdbc.sql("select count(*) from late where unit_id = :unit and months = :months")
                .param("unit", unit)
                .param("months", months)
                .query(Long.class)
                .single();
    }

    private List<JsonNode> told(long unit) {
        return broker.heardOf(TYPE).stream()
                .filter(event -> event.path("key").asString().equals("arrears:" + unit))
                .toList();
    }

    private JsonNode newest(long unit) {
        return told(unit).stream()
                .max(java.util.Comparator.comparingLong(
                        event -> event.path("version").asLong()))
                .orElseThrow(() -> new AssertionError("nothing told of " + unit));
    }
}
