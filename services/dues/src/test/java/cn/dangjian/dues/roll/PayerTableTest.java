package cn.dangjian.dues.roll;

import static cn.dangjian.dues.Beside.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.Beside;
import cn.dangjian.dues.roll.PayerTable.Period;
import cn.dangjian.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What is told of some is written down beside somebody who writes down the others. */
@ServiceTest
@Import(Beside.class)
class PayerTableTest {

    /** Members that no other test has. */
    private static final long FIRST = 71_000_000;

    @Autowired
    PayerTable table;

    @Autowired
    Beside beside;

    private static List<Period> periods(List<Long> members) {
        return members.stream()
                .map(member ->
                        new Period(member, LocalDate.of(2020, 1, 1), LocalDate.of(9999, 12, 31), "AWAY", 0, null))
                .toList();
    }

    @Test
    void looksForNobodyAmongAllOthers() {
        var told = numbers(FIRST, 500);
        beside.write("payer", () -> table.replace(told, periods(numbers(FIRST, 1000))));

        beside.write(() -> table.replace(numbers(FIRST + 1000, 1), periods(numbers(FIRST + 1000, 1))), () -> {
            assertThat(table.list(told)).hasSize(500);
            table.replace(told, periods(told.subList(0, 100)));
        });

        assertThat(beside.count("payer", "member_id", FIRST, FIRST + 1000)).isEqualTo(601);
    }
}
