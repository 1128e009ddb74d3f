package cn.dangjian.dues.remit;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.dues.Tree;
import cn.dangjian.testkit.Api;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Over five tiers, whatever is sent, lost and found: of what was collected each fen is somewhere. */
class ConservationTest extends RunningDues {

    private static final long ROOT = 6;

    private record Sent(long id, long from, long to, long fen) {}

    private final List<Sent> underway = new ArrayList<>();
    private final List<Sent> missing = new ArrayList<>();
    private int lost;
    private int found;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void losesNoFen(long seed) {
        var random = new Random(seed);
        var tree = new Tree(ROOT, broker, jdbc);
        tree.settle();
        for (long village : tree.villages()) collected(village, random);
        payers.settled();
        for (int step = 0; step < 80; step++) step(tree, random);
        for (var tier :
                List.of(tree.villages(), tree.townships(), tree.counties(), List.of(tree.city()), List.of(ROOT))) {
            for (long unit : tier.subList(0, 1)) send(unit, random);
            while (!underway.isEmpty()) receive(random);
        }
        while (!missing.isEmpty()) explain(random);
        payers.settled();

        var proof = payers.get(ROOT, "/v1/units/" + ROOT + "/proof").json();
        assertThat(proof.path("right").asBoolean()).as(proof.toString()).isTrue();
        var all = proof.path("all");
        long somewhere = List.of("held", "underway", "differences", "lost", "atCentre").stream()
                .mapToLong(what -> fen(all.path(what)))
                .sum();
        assertThat(fen(all.path("collected")) + fen(all.path("given")))
                .isEqualTo(somewhere)
                .isEqualTo(counted())
                .isPositive();
        assertThat(fen(all.path("atCentre"))).isPositive();
        assertThat(fen(all.path("passedOn"))).isZero();
        assertThat(lost + found).isPositive();
        for (long unit : tree.all()) {
            var below = payers.get(ROOT, "/v1/units/" + unit + "/proof").json();
            assertThat(below.path("right").asBoolean()).as(below.toString()).isTrue();
        }
    }

    @Test
    void noticesAFenThatSomebodyHasTaken() {
        new Tree(ROOT, broker, jdbc).settle();
        long payment = collected(61111, new Random(7));
        payers.settled();
        assertThat(right()).isTrue();

        jdbc.sql("update entry set fen = fen - 1 where posting_id = :payment")
                .param("payment", payment)
                .update();
        countAgain();
        boolean noticed = !right();
        jdbc.sql("update entry set fen = fen + 1 where posting_id = :payment")
                .param("payment", payment)
                .update();
        countAgain();

        assertThat(noticed).isTrue();
        assertThat(right()).isTrue();
    }

    private boolean right() {
        return payers.get(ROOT, "/v1/units/" + ROOT + "/proof")
                .json()
                .path("right")
                .asBoolean();
    }

    private void countAgain() {
        jdbc.sql("insert into sum_mark (unit_id, month) values (61111, :month)")
                .param("month", NOW.atDay(1))
                .update();
        payers.settled();
    }

    /** A member pays, another one gives, and one has something returned. */
    private long collected(long village, Random random) {
        long member = payers.member(village);
        payers.base(village, member, "SALARY", "9999.99", NOW);
        payers.bill(611, NOW);
        payers.bill(612, NOW);
        payers.settled();
        var paid = payers.pay(village, member, "160.0" + random.nextInt(10));
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        payers.post(
                village,
                "/v1/members/" + member + "/refunds",
                Map.of("amount", "7.01", "day", TODAY.toString(), "way", "CASH", "reason", "多交"));
        if (random.nextBoolean())
            payers.post(
                    village,
                    "/v1/members/" + member + "/gifts",
                    Map.of("amount", "1000.01", "day", TODAY.toString(), "way", "TRANSFER", "by", "MEMBER"));
        return paid.json().path("id").asLong();
    }

    private void step(Tree tree, Random random) {
        switch (random.nextInt(4)) {
            case 0, 1 -> send(tree.all().get(random.nextInt(tree.all().size())), random);
            case 2 -> receive(random);
            default -> explain(random);
        }
    }

    private void send(long unit, Random random) {
        long fen = held(unit) * (1 + random.nextInt(3)) / 3;
        if (fen <= 0) return;
        var answer = payers.post(
                unit,
                "/v1/units/" + unit + "/handovers",
                Map.of("fund", "DUES", "until", NOW.toString(), "amount", yuan(fen), "day", TODAY.toString()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        underway.add(new Sent(answer.json().path("id").asLong(), unit, unit == ROOT ? unit : unit / 10, fen));
    }

    private void receive(Random random) {
        if (underway.isEmpty()) return;
        var sent = underway.removeFirst();
        long gone = sent.fen() > 100 && random.nextInt(3) == 0 ? 1 + random.nextInt(99) : 0;
        var body = new HashMap<String, Object>(
                Map.of("amount", yuan(sent.fen() - gone), "day", TODAY.toString(), "receipt", "虚收据1号"));
        if (gone > 0) body.put("note", "少了，待查");
        assertThat(post(sent.to(), sent.id(), "receipt", body).status()).isEqualTo(200);
        if (gone > 0) missing.add(new Sent(sent.id(), sent.from(), sent.to(), gone));
    }

    /** It has come later, or is given up; of what the province has sent nobody here gives up anything. */
    private void explain(Random random) {
        if (missing.isEmpty()) return;
        var gone = missing.removeFirst();
        var body = new HashMap<String, Object>(Map.of("amount", yuan(gone.fen()), "note", "已查明"));
        if (gone.from() == ROOT || random.nextBoolean()) {
            body.putAll(Map.of("day", TODAY.toString(), "receipt", "虚收据2号"));
            assertThat(post(gone.to(), gone.id(), "late-arrivals", body).status())
                    .isEqualTo(201);
            found++;
            return;
        }
        body.put("document", "虚情况说明1号");
        long loss =
                post(gone.from(), gone.id(), "losses", body).json().path("id").asLong();
        var decided = api.post("/v1/losses/" + loss + "/decision", Map.of("approved", true, "document", "虚批复1号"))
                .as(tokens.at(gone.to()))
                .key()
                .header("If-Match", "\"1\"")
                .send();
        assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
        lost++;
    }

    private Api.Answer post(long unit, long handover, String what, Map<String, Object> body) {
        return api.post("/v1/handovers/" + handover + "/" + what, body)
                .as(tokens.at(unit))
                .key()
                .header("If-Match", "\"1\"")
                .send();
    }

    private long held(long unit) {
        return fen(payers.get(unit, "/v1/units/" + unit + "/share").json().path("holds"));
    }

    /** What members have handed over, less what they got back, by the bookings of this province. */
    private long counted() {
        return jdbc.sql("""
            select sum(case p.kind when 'PAYMENT' then p.fen when 'GIFT' then p.fen when 'REFUND' then -p.fen else 0 end)
              from posting p join unit u on u.id = p.unit_id where u.path like concat((select path from unit where id = 6), '%')\
            """).query(Long.class).single();
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static long fen(JsonNode yuan) {
        return new BigDecimal(yuan.asString()).movePointRight(2).longValueExact();
    }
}
