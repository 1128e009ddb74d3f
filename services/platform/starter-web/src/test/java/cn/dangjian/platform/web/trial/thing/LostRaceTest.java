package cn.dangjian.platform.web.trial.thing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionTemplate;

/** Two write the same at the same moment: the database lets one of them. */
@ServiceTest
class LostRaceTest {

    private static final String KEY = "0f6d3f5e-8f2b-4c43-9b1e-2b7f6f3f6a01";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    ThingTable things;

    @Autowired
    TransactionTemplate transaction;

    private ThingTable.Thing thing(String name) {
        things.insert(name);
        return things.list(name, 0, 1).getFirst();
    }

    private Api.Answer twin(long id, String name) {
        return api.post("/v1/things/" + id + "/twins/" + name)
                .as(tokens.at(1))
                .key()
                .send();
    }

    @Test
    void whoeverIsSecondIsToldToReadAgain() {
        long id = thing("first").id();

        var answer = twin(id, "second");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("conflict.concurrent");
        assertThat(answer.body()).doesNotContain("Duplicate").doesNotContain("PRIMARY");
        assertThat(things.find(id).orElseThrow().name()).isEqualTo("first");
    }

    @Test
    void aKeyOfALostRaceMayBeUsedAgain() {
        long id = thing("third").id();
        var lost = api.post("/v1/things/" + id + "/twins/x").as(tokens.at(1)).key(KEY);
        assertThat(lost.send().status()).isEqualTo(409);

        assertThat(lost.send().problem()).isEqualTo("conflict.concurrent");
        assertThat(things.countKeys(KEY)).isZero();
    }

    /** That what the driver says of a deadlock becomes the exception that the door knows. */
    @Test
    void aDeadlockIsALostRace() throws Exception {
        var one = thing("one");
        var other = thing("other");
        var both = new CyclicBarrier(2);
        int lost = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer : threads.invokeAll(List.of(writer(one, other, both), writer(other, one, both)))) {
                try {
                    writer.get();
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(CannotAcquireLockException.class);
                    lost++;
                }
            }
        }

        assertThat(lost).isEqualTo(1);
    }

    private Callable<Void> writer(ThingTable.Thing first, ThingTable.Thing second, CyclicBarrier both) {
        return () -> {
            transaction.executeWithoutResult(status -> {
                things.update(first, "x");
                await(both);
                things.update(second, "x");
            });
            return null;
        };
    }

    private static void await(CyclicBarrier both) {
        try {
            both.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
