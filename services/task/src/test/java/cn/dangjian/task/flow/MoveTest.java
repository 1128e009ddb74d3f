package cn.dangjian.task.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class MoveTest {

    @Test
    void everyStateCanBeReachedAndEveryOpenOneCanEnd() {
        for (var state : State.values()) {
            assertThat(reachable(State.ADDRESSED)).contains(state);
            if (state.isOpen()) assertThat(reachable(state)).contains(State.APPROVED, State.WITHDRAWN, State.CLOSED);
        }
    }

    @Test
    void nothingLeadsOutOfWhatIsOver() {
        for (var move : Move.values()) assertThat(move.from()).doesNotContain(State.MERGED, State.CLOSED);
        for (var state : State.values())
            assertThat(Move.WITHDRAW.from().contains(state)).isEqualTo(state.isOpen());
    }

    @Test
    void aMoveLeadsFromWhereItIsAllowedAndFromNowhereElse() {
        for (var move : Move.values())
            for (var state : State.values()) {
                if (move.from().contains(state) && move != Move.RESTORE)
                    assertThat(move.to()).containsExactly(move.after(state));
                else assertThatThrownBy(() -> move.after(state)).isInstanceOf(IllegalStateException.class);
            }
    }

    @Test
    void whatWasWithdrawnStandsWhereItStood() {
        assertThat(Move.RESTORE.to()).isEqualTo(Move.WITHDRAW.from());
        assertThat(Move.values()).extracting(Move::chinese).doesNotContain("").doesNotHaveDuplicates();
    }

    private static EnumSet<State> reachable(State from) {
        var seen = EnumSet.of(from);
        var next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            var state = next.remove();
            for (var move : Move.values())
                if (move.from().contains(state))
                    move.to().stream().filter(seen::add).forEach(next::add);
        }
        return seen;
    }
}
