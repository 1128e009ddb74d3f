package cn.dangjian.dues.pay.stay;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.dues.Tree;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.Province;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whoever stays elsewhere may pay there; what that branch holds of another one's members is settled between the two. */
class StayApiTest extends RunningDues {

    private static final long ORIGIN = 11121;
    private static final long STAY = 12111;
    private static final AtomicLong VERSION = new AtomicLong(100);

    /** A member of the branch of origin who owes 15.00 of this month. */
    private long owing() {
        long member = payers.member(ORIGIN);
        payers.base(ORIGIN, member, "SALARY", "3000", NOW);
        payers.bill(Province.COUNTY, NOW);
        payers.settled();
        return member;
    }

    /** Member tells that only these stay at the unit; each unit has a page of its own here. */
    private void stays(long unit, String stays) {
        long version = VERSION.incrementAndGet();
        broker.send("""
            {"id":"%s","type":"member.stays-changed.v1","key":"stays:9%d","version":%d,"occurredAt":"2026-03-02T01:30:00Z",\
            "subject":null,"data":{"units":[{"unit":%d,"stays":[%s]}]}}\
            """.formatted(UUID.randomUUID(), unit, version, unit, stays));
        int expected = stays.isEmpty() ? 0 : stays.split("member", -1).length - 1;
        await().until(() -> known(unit).size() == expected
                && known(unit).stream().allMatch(member -> stays.contains(String.valueOf(member))));
    }

    private List<Long> known(long unit) {
        return jdbc.sql("select member_id from stay where unit_id = :unit")
                .param("unit", unit)
                .query(Long.class)
                .list();
    }

    private static String stay(long member, LocalDate from, LocalDate to) {
        return "{\"member\":%d,\"from\":\"%s\",\"to\":%s}"
                .formatted(member, from, to == null ? "null" : "\"" + to + "\"");
    }

    /** He stays at the other branch since last month. */
    private long staying() {
        return staying(STAY);
    }

    private long staying(long stay) {
        long member = owing();
        stays(stay, stay(member, TODAY.minusMonths(1), null));
        return member;
    }

    private JsonNode balance(long unit) {
        return balance(unit, STAY);
    }

    private JsonNode balance(long unit, long stay) {
        return payers.get(unit, "/v1/units/" + unit + "/stays/balances")
                .json()
                .valueStream()
                .filter(one ->
                        one.path("stay").asLong() == stay && one.path("origin").asLong() == ORIGIN)
                .findFirst()
                .orElseThrow();
    }

    private Api.Answer send(long unit, String amount) {
        return payers.post(
                unit,
                "/v1/units/" + unit + "/stays/handovers",
                Map.of("origin", ORIGIN, "amount", amount, "day", TODAY.toString()));
    }

    private Api.Answer receive(long unit, long handover, String amount, String note) {
        var body = new HashMap<String, Object>(Map.of("amount", amount, "day", TODAY.toString(), "receipt", "虚转1号"));
        if (!note.isEmpty()) body.put("note", note);
        return payers.post(unit, "/v1/stay-handovers/" + handover + "/receipt", body);
    }

    private long collected(long unit) {
        payers.settled();
        return fen(payers.get(unit, "/v1/units/" + unit + "/totals").json().at("/all/collected"));
    }

    private static long fen(JsonNode yuan) {
        return new BigDecimal(yuan.asString()).movePointRight(2).longValueExact();
    }

    /** The sum of all units' books. */
    private long collected() {
        return collected(Province.PROVINCE);
    }

    @Test
    void hearsTheExampleOfMemberOnce() {
        String example = EventExamples.load("member", "stays-changed.v1");

        broker.send(example, example);

        await().untilAsserted(() -> assertThat(jdbc.sql("""
            select concat_ws(' ', member_id, from_on, to_on) from stay where unit_id = 11112 order by from_on\
            """).query(String.class).list())
                .containsExactly("17 2025-02-10 2025-12-31", "18 2026-01-05 9999-12-31"));
    }

    @Test
    void isPaidWhereTheMemberStaysAndShownToBoth() {
        long member = staying();
        long origin = collected(ORIGIN);
        long stay = collected(STAY);
        long all = collected();

        assertThat(payers.get(STAY, "/v1/members/" + member + "/dues")
                        .json()
                        .path("open")
                        .asString())
                .isEqualTo("15.00");
        var paid = payers.pay(STAY, member, "15.00");

        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        assertThat(paid.json().path("unit").asLong()).isEqualTo(STAY);
        assertThat(payers.open(ORIGIN, member)).isEqualTo("0.00");
        assertThat(collected(STAY)).isEqualTo(stay + 1500);
        assertThat(collected(ORIGIN)).isEqualTo(origin);
        assertThat(collected()).isEqualTo(all + 1500);
        assertThat(fen(balance(STAY).path("open"))).isGreaterThanOrEqualTo(1500);
        assertThat(balance(ORIGIN)).isEqualTo(balance(STAY));
        assertThat(payers.get(Province.THIRD_VILLAGE, "/v1/units/" + STAY + "/stays/balances")
                        .problem())
                .isEqualTo("unit.unknown");
    }

    @ParameterizedTest
    @CsvSource({
        // from, to, day of the payment, by days from today; whether the branch of stay may take it
        "-30,   , 0,  true",
        "0,     , 0,  true",
        "1,     , 0,  false",
        "-30, -1, 0,  false",
        "-30,  0, 0,  true",
        "-30, -5, -5, true",
        "-30, -5, -4, false",
        "-3,    , -4, false",
    })
    void isTakenOnTheDaysOfTheStayAlone(int from, Integer to, int day, boolean taken) {
        long member = owing();
        stays(STAY, stay(member, TODAY.plusDays(from), to == null ? null : TODAY.plusDays(to)));

        var answer = payers.pay(
                STAY, member, "15.00", Map.of("day", TODAY.plusDays(day).toString()));

        assertThat(answer.problem()).isEqualTo(taken ? null : "dues.member-unknown");
        assertThat(payers.open(ORIGIN, member)).isEqualTo(taken ? "0.00" : "15.00");
    }

    @Test
    void isHiddenWhereNobodyStays() {
        long member = owing();

        assertThat(payers.get(STAY, "/v1/members/" + member + "/dues").problem())
                .isEqualTo("dues.member-unknown");
        assertThat(payers.pay(STAY, member, "15.00").problem()).isEqualTo("dues.member-unknown");
    }

    @Test
    void isCountedOnceWhileTheMoneyGoesToTheBranchOfOrigin() {
        long member = staying();
        payers.pay(STAY, member, "15.00");
        long origin = collected(ORIGIN);
        long stay = collected(STAY);
        long all = collected();
        String open = balance(STAY).path("open").asString();

        assertThat(send(STAY, "100000.00").problem()).isEqualTo("stay.not-open");
        assertThat(send(ORIGIN, "15.00").problem()).isEqualTo("stay.not-open");
        long handover = send(STAY, "15.00").json().path("id").asLong();
        assertThat(collected(STAY)).isEqualTo(stay);
        assertThat(balance(ORIGIN).path("underway").asString()).isEqualTo("15.00");
        assertThat(receive(STAY, handover, "15.00", "").problem()).isEqualTo("stay.not-origin");
        assertThat(receive(Province.THIRD_VILLAGE, handover, "15.00", "").problem())
                .isEqualTo("stay.handover-unknown");
        assertThat(receive(ORIGIN, handover, "15.01", "").problem()).isEqualTo("handover.more-than-sent");
        assertThat(receive(ORIGIN, handover, "14.00", "").problem()).isEqualTo("handover.note-missing");
        var received = receive(ORIGIN, handover, "14.00", "少一元，待查");
        var again = receive(ORIGIN, handover, "14.00", "少一元，待查");

        assertThat(received.status()).as(received.toString()).isEqualTo(200);
        assertThat(again.problem()).isEqualTo("handover.received-already");
        assertThat(collected(ORIGIN)).isEqualTo(origin + 1400);
        assertThat(collected(STAY)).isEqualTo(stay - 1400);
        assertThat(collected()).isEqualTo(all);
        assertThat(fen(balance(STAY).path("open")))
                .isEqualTo(new BigDecimal(open).movePointRight(2).longValue() - 1400);
        assertThat(trial()).isTrue();
    }

    @Test
    void isSentOnceWhenTwoDoItAtOnce() throws Exception {
        long stay = 11212;
        payers.pay(stay, staying(stay), "15.00");
        try (var two = Executors.newFixedThreadPool(2)) {
            var answers = two.invokeAll(
                    List.<Callable<Integer>>of(() -> send(stay, "15.00").status(), () -> send(stay, "15.00")
                            .status()));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 422);
        }
        assertThat(balance(ORIGIN, stay).path("open").asString()).isEqualTo("0.00");
    }

    @Test
    void isLeftToTheBranchOfStayByADocument() {
        long stay = 11122;
        payers.pay(stay, staying(stay), "15.00");
        long origin = collected(ORIGIN);
        String open = balance(ORIGIN, stay).path("open").asString();
        var body = Map.of("stay", stay, "amount", open, "day", TODAY.toString(), "document", "虚协议〔2026〕1号");
        var more = new HashMap<String, Object>(body);
        more.put("amount", "100000.00");
        String path = "/v1/units/" + ORIGIN + "/stays/agreements";

        assertThat(payers.post(Province.SECOND_TOWNSHIP, path, body).problem()).isEqualTo("stay.not-origin");
        assertThat(payers.post(ORIGIN, path, more).problem()).isEqualTo("stay.not-open");
        var left = payers.post(ORIGIN, path, body);

        assertThat(left.status()).as(left.toString()).isEqualTo(201);
        assertThat(left.json().path("open").asString()).isEqualTo("0.00");
        assertThat(collected(ORIGIN)).isEqualTo(origin);
        assertThat(send(stay, "0.01").problem()).isEqualTo("stay.not-open");
    }

    @Test
    void isOwedBackIfThePaymentIsTakenBackAfterwards() {
        long stay = Province.THIRD_VILLAGE;
        long member = staying(stay);
        long payment = payers.pay(stay, member, "15.00").json().path("id").asLong();
        long handover = send(stay, "15.00").json().path("id").asLong();
        assertThat(receive(ORIGIN, handover, "15.00", "").status()).isEqualTo(200);
        long open = fen(balance(ORIGIN, stay).path("open"));

        var reversed = payers.post(stay, "/v1/payments/" + payment + "/reversal", Map.of("reason", "记错人"));

        assertThat(reversed.status()).as(reversed.toString()).isEqualTo(200);
        assertThat(fen(balance(ORIGIN, stay).path("open"))).isEqualTo(open - 1500);
        assertThat(payers.open(ORIGIN, member)).isEqualTo("15.00");
    }

    @Test
    void isNeitherSentNorLeftWhereTheProvinceSaysThatItStays() {
        var tree = new Tree(8, broker, jdbc);
        tree.settle();
        long origin = tree.villages().getFirst();
        long stay = tree.villages().getLast();
        long member = payers.member(origin);
        payers.base(origin, member, "SALARY", "3000", NOW);
        payers.bill(tree.counties().getFirst(), NOW);
        payers.settled();
        stays(stay, stay(member, TODAY.minusMonths(1), null));
        assertThat(payers.pay(stay, member, "15.00").status()).isEqualTo(201);
        tree.set("dues.stay.settlement", "0");

        var sent = payers.post(
                stay,
                "/v1/units/" + stay + "/stays/handovers",
                Map.of("origin", origin, "amount", "15.00", "day", TODAY.toString()));
        var left = payers.post(
                origin,
                "/v1/units/" + origin + "/stays/agreements",
                Map.of("stay", stay, "amount", "15.00", "day", TODAY.toString(), "document", "虚协议〔2026〕2号"));

        assertThat(payers.get(stay, "/v1/units/" + stay + "/stays/balances")
                        .json()
                        .at("/0/open")
                        .asString())
                .isEqualTo("0.00");
        assertThat(sent.problem()).isEqualTo("stay.not-open");
        assertThat(left.problem()).isEqualTo("stay.not-open");
    }

    private boolean trial() {
        return api.get("/v1/trial-balance")
                .as(tokens.administrator())
                .send()
                .json()
                .path("balanced")
                .asBoolean();
    }
}
