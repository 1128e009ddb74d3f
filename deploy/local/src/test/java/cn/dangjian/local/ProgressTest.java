package cn.dangjian.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void tellsAgainAndAgainWhatIsWaitedFor() {
        try (var _ = progress(Duration.ofMillis(20)).whileWaiting(() -> "waiting for kafka")) {
            await().until(() -> lines() >= 3);
        }

        assertThat(told.toString(StandardCharsets.UTF_8)).startsWith("[  0.").contains(" s] waiting for kafka");
    }

    @Test
    void addsNothingToWhatIsTold() {
        var patient = progress(Duration.ofMinutes(1));

        try (var _ = patient.whileWaiting(() -> "waiting for kafka")) {
            patient.say("task is ready");
        }

        assertThat(lines()).isEqualTo(1);
    }

    private Progress progress(Duration silence) {
        return new Progress(new PrintStream(told, true, StandardCharsets.UTF_8), System.nanoTime(), silence);
    }

    private long lines() {
        return told.toString(StandardCharsets.UTF_8).lines().count();
    }
}
