package cn.dangjian.dues.care.late;

import static cn.dangjian.dues.Beside.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.Beside;
import cn.dangjian.testkit.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Members are counted while others are marked to be. */
@ServiceTest
@Import(Beside.class)
class LateDueTest {

    /** Members that no other test has; before all others. */
    private static final long FIRST = -71_000;

    @Autowired
    LateDueTable table;

    @Autowired
    Beside beside;

    @Test
    void whoIsCountedIsTakenAwayBesideSomebodyWhoIsMarked() {
        beside.write("late_due", () -> table.mark(numbers(FIRST, 1000)));

        beside.write(() -> table.mark(numbers(FIRST + 1000, 1)), () -> table.done(numbers(FIRST, 500)));

        assertThat(beside.count("late_due", "member_id", FIRST, FIRST + 499)).isZero();
    }
}
