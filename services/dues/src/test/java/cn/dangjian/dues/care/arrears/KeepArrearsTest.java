package cn.dangjian.dues.care.arrears;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.dues.care.arrears.ArrearsCase.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.testkit.Province;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept right without a person stands in nobody's way. */
class KeepArrearsTest extends RunningDues {

    @Autowired
    KeepArrears keepArrears;

    @Autowired
    AskTable table;

    @Autowired
    ArrearsRepository repository;

    @Autowired
    CaseStore store;

    @Autowired
    Directory directory;

    @Autowired
    TransactionTemplate transaction;

    private long asked() {
        long member = payers.member(Province.VILLAGE);
        var unit = directory.named(List.of(Province.VILLAGE)).getFirst();
        return Objects.requireNonNull(transaction.execute(status -> {
            long id = store.of(ArrearsStep.KIND).ask(State.ASKED, unit, "请核实原因", "test", Instant.now());
            var ask = new AskTable.Ask(member, unit.id(), 6, LocalDate.of(2026, 1, 1), 9000);
            table.insert(id, ask, LocalDate.of(2026, 7, 1));
            return id;
        }));
    }

    /** Takes a step while another one waits for it, as both take what they hold. */
    private void step(long id, Runnable other) {
        var waited = transaction.execute(status -> {
            file(id);
            // what is open has changed, whether or not it was kept right before
            CompletableFuture.runAsync(() -> jdbc.sql("update arrears_case set fen = fen + 1 where id = :id")
                            .param("id", id)
                            .update())
                    .join();
            var waiting = CompletableFuture.runAsync(other);
            assertThatThrownBy(() -> waiting.get(1, SECONDS))
                    .as("waits until the step is taken")
                    .isInstanceOf(TimeoutException.class);
            assertThat(jdbc.sql("update arrears_case set reason = '住院' where id = :id")
                            .param("id", id)
                            .update())
                    .isEqualTo(1);
            return waiting;
        });
        waited.join();
    }

    private void file(long id) {
        jdbc.sql("select id from case_file where kind = 'arrears-cases' and id = :id for update")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** Whoever takes a step has the file first and then what was said; whoever waits for the file holds nothing of it. */
    @Test
    void waitsForWhoeverTakesAStepAndDoesNotStopHim() {
        long id = asked();

        step(id, keepArrears::keep);

        await().until(() -> jdbc.sql("select months from arrears_case where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                == 0);
    }

    @Test
    void isVotedOrDecidedBehindAnotherStep() {
        long id = asked();

        step(
                id,
                () -> transaction.executeWithoutResult(status -> {
                    repository.lockMember(id);
                    file(id);
                }));

        assertThat(jdbc.sql("select reason from arrears_case where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("住院");
    }
}
