package cn.dangjian.dues.bill.month;

import static cn.dangjian.dues.Beside.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.Beside;
import cn.dangjian.dues.bill.month.AgainTable.Cause;
import cn.dangjian.dues.bill.month.AgainTable.Due;
import cn.dangjian.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Members are billed again while others are marked to be. */
@ServiceTest
@Import(Beside.class)
class AgainTest {

    /** Members that no other test has; before all others. */
    private static final long FIRST = -72_000;

    @Autowired
    AgainTable table;

    @Autowired
    Beside beside;

    private static List<Due> due(List<Long> members) {
        return members.stream()
                .map(member -> new Due(member, LocalDate.of(2026, 1, 1), Cause.MEMBER, null))
                .toList();
    }

    @Test
    void whoIsBilledIsTakenAwayBesideSomebodyWhoIsMarked() {
        beside.write("bill_due_again", () -> table.mark(due(numbers(FIRST, 1000))));

        beside.write(() -> table.mark(due(numbers(FIRST + 1000, 1))), () -> table.done(numbers(FIRST, 500)));

        assertThat(beside.count("bill_due_again", "member_id", FIRST, FIRST + 499))
                .isZero();
    }
}
