package cn.dangjian.platform.neighbours;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.FeignException;
import feign.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class NeighbourTest {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int WINDOW = 4;

    private final List<Long> asked = new ArrayList<>();

    @Test
    void saysWhatItsNeighbourSays() {
        assertThat(neighbour(id -> "unit " + id).ask(17L)).isEqualTo(new Answer.Confirmed<>("unit 17"));
    }

    @Test
    void knowsNothingOfWhatItsNeighbourDoesNotKnowAndGoesOnAsking() {
        var neighbour = neighbour(id -> {
            throw notFound();
        });

        LongStream.range(0, 2 * WINDOW)
                .forEach(id -> assertThat(neighbour.ask(id)).isEqualTo(new Answer.Unknown<>()));
        assertThat(asked).hasSize(2 * WINDOW);
    }

    @Test
    void guessesNothingWhenItsNeighbourFailsAndThenAsksNoMore() {
        var neighbour = neighbour(id -> {
            throw new IllegalStateException("broken");
        });

        LongStream.range(0, 2 * WINDOW)
                .forEach(id -> assertThat(neighbour.ask(id)).isEqualTo(new Answer.Unconfirmed<>(PAUSE)));
        assertThat(asked).hasSize(WINDOW / 2);
    }

    @Test
    void takesAnEmptyAnswerForNone() {
        assertThat(neighbour(id -> null).ask(17L)).isEqualTo(new Answer.Unconfirmed<>(PAUSE));
    }

    @Test
    void asksNoMoreThanSoManyAtATime() {
        var inner = new ArrayList<Answer<String>>();
        var neighbours = new ArrayList<Neighbour<Long, String>>();
        neighbours.add(neighbour(id -> {
            inner.add(neighbours.getFirst().ask(18L));
            return "unit " + id;
        }));

        var outer = neighbours.getFirst().ask(17L);

        assertThat(outer).isEqualTo(new Answer.Confirmed<>("unit 17"));
        assertThat(inner).containsExactly(new Answer.Unconfirmed<>(PAUSE));
        assertThat(asked).containsExactly(17L);
    }

    @Test
    void asksNothingInsideATransaction() {
        var neighbour = neighbour(id -> "unit " + id);
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> neighbour.ask(17L)).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }

        assertThat(asked).isEmpty();
    }

    private Neighbour<Long, String> neighbour(Function<Long, String> client) {
        var settings = new NeighbourSettings(
                "http://127.0.0.1:1", Duration.ofSeconds(1), Duration.ofSeconds(1), 1, WINDOW, 50, PAUSE);
        return new Neighbour<>("organization", settings, id -> {
            asked.add(id);
            return client.apply(id);
        });
    }

    private static FeignException.NotFound notFound() {
        var request = Request.create(Request.HttpMethod.GET, "http://127.0.0.1:1", Map.of(), null, UTF_8, null);
        return new FeignException.NotFound("not found", request, null, Map.of());
    }
}
