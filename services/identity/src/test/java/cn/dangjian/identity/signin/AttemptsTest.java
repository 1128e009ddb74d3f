package cn.dangjian.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptsTest {

    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
    private static final SignInSettings LIMITS =
            new SignInSettings(3, Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofDays(180));

    /** Attempts at the given minutes; whether one at the last minute is still allowed. */
    @ParameterizedTest(name = "{0}: allowed at {1}: {2}")
    @CsvSource({
        "'', 0, true",
        "'0', 1, true",
        "'0 1', 2, true",
        "'0 1 2', 3, false",
        // the lock-out counts from the attempt that caused it
        "'0 1 2', 31, false",
        "'0 1 2', 32, true",
        // three failures within fifteen minutes, and not quite
        "'0 7 14', 15, false",
        "'0 7 15', 16, true",
        // after a lock-out counting begins anew
        "'0 1 2 32', 33, true",
        "'0 1 2 32 33 34', 35, false",
    })
    void locksOutAfterThreeFailuresInAQuarterOfAnHour(String minutes, int at, boolean allowed) {
        var attempts = Attempts.none(NOW);
        for (String minute : minutes.isBlank() ? new String[0] : minutes.split(" ")) {
            attempts = attempts.next(NOW.plus(Duration.ofMinutes(Long.parseLong(minute))), LIMITS);
        }

        assertThat(attempts.refuses(NOW.plus(Duration.ofMinutes(at)))).isEqualTo(!allowed);
    }

    @Test
    void locksOutAtOnceWhenOneFailureIsTooMany() {
        var strict = new SignInSettings(1, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofDays(1));

        assertThat(Attempts.none(NOW).next(NOW, strict).refuses(NOW)).isTrue();
    }
}
