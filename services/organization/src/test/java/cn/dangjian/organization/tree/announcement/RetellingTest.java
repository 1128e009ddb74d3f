package cn.dangjian.organization.tree.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is asked for is told once, and never forgotten. */
class RetellingTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger marked = new AtomicInteger();
    private Runnable meanwhile = () -> {};

    private final Retelling retelling = new Retelling(() -> {
        asked.incrementAndGet();
        if (marked.get() > 0) return marked.getAndDecrement() > 0;
        meanwhile.run();
        return false;
    });

    @Test
    void tellsAllThatIsMarkedOnceSomebodyAsks() {
        marked.set(3);
        retelling.turn();
        assertThat(marked).hasValue(3);

        retelling.ask();
        retelling.turn();
        retelling.turn();

        assertThat(marked).hasValue(0);
        assertThat(asked).hasValue(4);
    }

    /** The marks may be committed after the first turns; another process may have told all of them. */
    @Test
    void looksForSomeTurnsAndThenNoMore() {
        retelling.ask();
        for (int turn = 0; turn < 5; turn++) retelling.turn();
        marked.set(1);
        retelling.turn();
        assertThat(marked).hasValue(0);

        retelling.ask();
        asked.set(0);
        for (int turn = 0; turn < 100; turn++) retelling.turn();
        assertThat(asked).hasValue(30);
    }

    @Test
    void triesAgainAfterAFault() {
        meanwhile = () -> {
            throw new IllegalStateException("away");
        };
        retelling.ask();
        assertThatThrownBy(retelling::turn).hasMessage("away");
        meanwhile = () -> {};
        marked.set(1);

        retelling.turn();

        assertThat(marked).hasValue(0);
    }

    @Test
    void doesNotForgetWhoAsksWhileItTells() {
        marked.set(1);
        meanwhile = retelling::ask;
        retelling.ask();
        retelling.turn();
        meanwhile = () -> {};
        marked.set(1);

        retelling.turn();

        assertThat(marked).hasValue(0);
    }
}
