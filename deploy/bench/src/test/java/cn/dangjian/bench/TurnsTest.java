package cn.dangjian.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void takesTheHouseAndItsControlInTheOrderABBA() {
        var order = new ArrayList<String>();

        var turns = Turns.take(2, () -> order.add("A"), () -> order.add("B"));

        assertThat(order).containsExactly("A", "B", "B", "A", "A", "B", "B", "A");
        assertThat(turns.ours()).hasSize(4);
        assertThat(turns.control()).hasSize(4);
    }
}
