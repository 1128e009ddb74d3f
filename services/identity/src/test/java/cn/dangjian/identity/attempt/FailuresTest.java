package cn.dangjian.identity.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
    private static final AttemptSettings SETTINGS = new AttemptSettings(
            3,
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(15),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            40);

    @ParameterizedTest(name = "{0} failures cost {1} s")
    @CsvSource({"1, 0", "2, 0", "3, 1", "4, 2", "5, 4", "7, 16", "8, 30", "9, 30", "1000, 30"})
    void costMoreWithEachFailureUpToTheLongestWait(int failures, long seconds) {
        var state = Failures.none(NOW);
        for (int i = 0; i < failures; i++) state = state.oneMore(NOW, SETTINGS);

        assertThat(state.waitAt(NOW)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(state.waitAt(NOW.plusSeconds(seconds))).isZero();
    }

    @Test
    void areForgottenAfterAPause() {
        var state = Failures.none(NOW);
        for (int i = 0; i < 5; i++) state = state.oneMore(NOW, SETTINGS);

        assertThat(state.oneMore(NOW.plus(Duration.ofMinutes(15)).minusNanos(1), SETTINGS)
                        .count())
                .isEqualTo(6);
        assertThat(state.oneMore(NOW.plus(Duration.ofMinutes(15)), SETTINGS).count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002::",
        "2001:db8:1:2::9, 20010db800010002::",
        "2001:db8:1:3::9, 20010db800010003::",
        "not an address, not an address",
    })
    void areCountedForAnAddressOrItsNetwork(String address, String place) {
        assertThat(Source.place(address)).isEqualTo(place);
    }
}
