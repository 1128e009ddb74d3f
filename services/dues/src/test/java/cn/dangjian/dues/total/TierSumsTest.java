package cn.dangjian.dues.total;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.dues.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever is booked and billed, and wherever townships go: what is kept of each unit is what one counts, and the sum of its parts. */
class TierSumsTest extends RunningDues {

    private static final List<String> PAYS = List.of("2999.99", "3000.01", "5000.00", "10000.01");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void areKeptRight(long seed) {
        var random = new Random(seed);
        var tree = new Tree(7, broker, jdbc);
        tree.settle();
        var members = new TreeMap<Long, Long>();
        for (long village : tree.villages()) {
            long member = payers.member(village);
            members.put(member, village);
            payers.base(village, member, "SALARY", PAYS.get(random.nextInt(PAYS.size())), NOW.minusMonths(1));
        }
        payers.bill(tree.province(), NOW.minusMonths(1));
        payers.settled();
        payAndPassOn(members, tree, random);
        payers.settled();
        assertKept(tree);

        tree.move(7111, 712);
        payers.bill(tree.province(), NOW);
        payAndPassOn(members, tree, random);
        payers.settled();
        assertKept(tree);

        tree.move(7111, 711);
        payers.settled();
        assertKept(tree);
    }

    private void payAndPassOn(Map<Long, Long> members, Tree tree, Random random) {
        members.forEach((member, village) -> {
            long payment = payers.pay(village, member, "5.0" + random.nextInt(1, 9), Map.of("again", true))
                    .json()
                    .path("id")
                    .asLong();
            if (random.nextInt(4) == 0)
                payers.post(village, "/v1/payments/" + payment + "/reversal", Map.of("reason", "记错人"));
            else
                payers.post(
                        village,
                        "/v1/units/" + village + "/handovers",
                        Map.of("fund", "DUES", "until", NOW.toString(), "amount", "1.00", "day", TODAY.toString()));
        });
        assertThat(tree.villages()).containsAll(members.values());
    }

    private void assertKept(Tree tree) {
        for (long unit : tree.all()) {
            assertThat(kept(unit)).as("kept of " + unit).isEqualTo(counted(unit));
            var totals = payers.get(tree.province(), "/v1/units/" + unit + "/totals?from=" + NOW.minusMonths(1))
                    .json();
            for (var figure : List.of("billed", "collected", "passedOn", "owed"))
                assertThat(fen(totals.at("/all/" + figure)))
                        .as(figure + " of " + unit)
                        .isEqualTo(totals.path("parts")
                                .valueStream()
                                .mapToLong(part -> fen(part.at("/figures/" + figure)))
                                .sum());
            assertThat(fen(totals.at("/all/collected"))).isEqualTo(counted(unit).get(1));
            assertThat(fen(totals.at("/all/owed")))
                    .isEqualTo(counted(unit).get(0) - counted(unit).get(1));
        }
        assertThat(counted(tree.province()).get(1)).isPositive();
    }

    /** Billed, collected and passed on by the sums of tiers. */
    private List<Long> kept(long unit) {
        return jdbc.sql("""
            select coalesce(sum(billed), 0), coalesce(sum(collected), 0), coalesce(sum(passed_on), 0)
              from tier_month where path = (select path from unit where id = :unit)\
            """)
                .param("unit", unit)
                .query((row, number) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** The same by the rows of the books. */
    private List<Long> counted(long unit) {
        var counted = new ArrayList<Long>();
        for (var sum : List.of("select coalesce(sum(b.fen), 0) from bill b join unit u on u.id = b.unit_id", """
            select coalesce(sum(case p.kind when 'PAYMENT' then p.fen when 'REVERSAL' then -p.fen else 0 end), 0)
              from posting p join unit u on u.id = p.unit_id\
            """, """
            select coalesce(sum(case p.kind when 'SENT' then p.fen else 0 end), 0)
              from posting p join unit u on u.id = p.unit_id\
            """))
            counted.add(jdbc.sql(sum + " where u.path like concat((select path from unit where id = :unit), '%')")
                    .param("unit", unit)
                    .query(Long.class)
                    .single());
        return counted;
    }

    private static long fen(JsonNode yuan) {
        return new BigDecimal(yuan.asString()).movePointRight(2).longValueExact();
    }
}
