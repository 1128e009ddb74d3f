package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.abolish;
import static cn.dangjian.organization.tree.change.Changes.merge;
import static cn.dangjian.organization.tree.change.Changes.move;
import static cn.dangjian.organization.tree.change.Changes.part;
import static cn.dangjian.organization.tree.change.Changes.rename;
import static cn.dangjian.organization.tree.change.Changes.split;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After any sequence of changes nothing open belongs to a unit that is not there, and nothing of the register is lost. */
@ServiceTest
class HangingPropertyTest extends TenDays {

    private static final int CHANGES = 14;

    private final List<Long> villages = new ArrayList<>();
    private final List<Long> townships = new ArrayList<>();
    private int parts;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingOpenBelongsToAUnitThatIsNotThere(long seed) {
        var random = new Random(seed);
        var hung = new Hung(jdbc, TODAY.minusDays(9), 80_000_000 + 10_000 * seed);
        for (String code : List.of("0101001001", "0101100201", "0101100202", "0101100203", "0121200201", "0121200202"))
            villages.add(unit(code));
        for (String code : List.of("0101001", "0101100", "0121200")) townships.add(unit(code));
        var companies = new ArrayList<Long>();
        for (long village : villages) {
            companies.add(hung.registered(village));
            hung.chain(unit("0101"), companies.getLast(), village);
            hung.grid(village);
            hung.team(village);
            hung.people(village);
            hung.field(village);
            hung.contact(unit("0101"), village);
            hung.weak(unit("0101"), village, "NO_VENUE");
            hung.candidate(village);
            hung.opened("filings", "IN_REVIEW", village, null);
            hung.opened("cobuilding-projects", "MATCHED", village, one(villages, random));
        }
        var said = new ArrayList<String>();
        int made = 0;

        for (int i = 0; i < CHANGES; i++) {
            var operation = operation(random);
            var on = TODAY.minusDays(random.nextInt(6));
            var answer = changes.make(operation, on);
            said.add(operation + " on " + on + ": " + answer.status());
            if (answer.status() == 200) made++;
            if (operation.get("type").equals("SPLIT") && answer.status() == 200) villages.addAll(newParts());
            assertThatItHolds(hung, companies, said);
        }

        assertThat(made).as(said.toString()).isPositive();
    }

    private void assertThatItHolds(Hung hung, List<Long> companies, List<String> said) {
        try {
            hung.assertThatNothingOpenIsAtUnitsThatAreGone();
            assertThat(hung.count("select count(distinct register_id) from register_state where valid_to = '9999-12-31'"
                            + " and register_id between " + companies.getFirst() + " and " + companies.getLast()))
                    .as("register units that lie somewhere")
                    .isEqualTo(companies.size());
            assertThat(hung.count("""
                select count(*) from register_state a join register_state b
                    on b.register_id = a.register_id and b.valid_from > a.valid_from and b.valid_from < a.valid_to\
                """)).as("register units in two places").isZero();
        } catch (AssertionError e) {
            throw new AssertionError(String.join("\n", said), e);
        }
    }

    private Map<String, Object> operation(Random random) {
        long village = one(villages, random);
        return switch (random.nextInt(6)) {
            case 0, 1 -> merge(List.of(village), one(villages, random));
            case 2 -> abolish(village);
            case 3 -> split(village, random.nextBoolean(), List.of(part(newCode(village), "虚构新村", List.of())));
            case 4 ->
                random.nextBoolean()
                        ? move(village, one(townships, random))
                        : move(one(townships, random), unit("0121"));
            default -> rename(village, "虚构" + random.nextInt(100));
        };
    }

    private String newCode(long village) {
        String code = jdbc.sql("select code from unit where id = ?")
                .param(village)
                .query(String.class)
                .single();
        parts++;
        return code.substring(0, code.length() - 2) + (40 + parts);
    }

    private List<Long> newParts() {
        return jdbc.sql("select id from unit where name = '虚构新村' and valid_to is null and id not in (:known) and code"
                        + " like :code")
                .param("known", villages)
                .param("code", code("") + "%")
                .query(Long.class)
                .list();
    }

    private static long one(List<Long> units, Random random) {
        return units.get(random.nextInt(units.size()));
    }
}
