package cn.dangjian.identity.password;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import cn.dangjian.identity.password.PasswordRules.Weakness;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

    private static final PasswordSettings SETTINGS = new PasswordSettings(
            256, 1, 1, 1, 3, 2, Duration.ofSeconds(30), Duration.ofSeconds(2), 10, 128, 100_000_000);

    private final Passwords passwords = new Passwords(SETTINGS);

    @AfterEach
    void stop() {
        passwords.destroy();
    }

    @Test
    void knowsARightPasswordFromAWrongOne() {
        try (var place = passwords.place("a")) {
            String hash = place.hash("correct horse battery");

            assertThat(hash).startsWith("$argon2id$v=19$m=256,t=1,p=1$");
            assertThat(place.matches("correct horse battery", hash)).isTrue();
            assertThat(place.matches("correct horse batterz", hash)).isFalse();
            assertThat(place.matches("correct horse battery", null)).isFalse();
        }
    }

    @Test
    void sendsAwayWhoeverHasTooManyPlacesAndNobodyElse() {
        try (var first = passwords.place("a");
                var second = passwords.place("a");
                var other = passwords.place("b")) {
            assertThat(first).isNotSameAs(second).isNotSameAs(other);
            assertThatThrownBy(() -> passwords.place("a"))
                    .isInstanceOfSatisfying(PasswordsBusyException.class, busy -> assertThat(busy.retryAfter())
                            .isEqualTo(Duration.ofSeconds(2)));
            passwords.place("b").close();
        }
        passwords.place("a").close();
    }

    @Test
    void keepsAPlaceForAddressesThatHaveNoneWhenTheQueueIsFull() {
        try (var one = passwords.place("a");
                var two = passwords.place("a");
                var three = passwords.place("b");
                var four = passwords.place("c")) {
            assertThat(List.of(one, two, three, four)).doesNotHaveDuplicates();
            assertThatThrownBy(() -> passwords.place("b")).isInstanceOf(PasswordsBusyException.class);

            passwords.place("d").close();
        }
    }

    @Test
    void tellsWhoeverGetsNoTurnToComeBackAndWaitsForWorkThatHasBegun() {
        // one thread, a hash of half a second and more, and less patience than that, but enough for one to begin
        var slow = new Passwords(new PasswordSettings(
                65_536, 16, 1, 1, 3, 2, Duration.ofMillis(150), Duration.ofSeconds(2), 10, 128, 100_000_000));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var first = slow.place("a");
                var second = slow.place("b");
                var third = slow.place("c")) {
            var hashes = Stream.of(first, second, third)
                    .map(place -> threads.submit(() -> place.hash("correct horse battery")))
                    .toList();

            var ends = hashes.stream()
                    .map(hash -> {
                        try {
                            return hash.get().startsWith("$argon2id$") ? "hashed" : "odd";
                        } catch (ExecutionException busy) {
                            return requireNonNull(busy.getCause()).getClass().getSimpleName();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();

            assertThat(ends).containsExactlyInAnyOrder("hashed", "PasswordsBusyException", "PasswordsBusyException");
        } finally {
            slow.destroy();
        }
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "430181, 123456789, TOO_SHORT",
                "430181, x9Kq-1234, TOO_SHORT",
                "430181, x9Kq-72f5Z, -",
                "430181, 长江长江黄河黄河泰山, -",
                "430181, my430181password, HOLDS_LOGIN",
                "Village, the-VILLAGE-one, HOLDS_LOGIN",
                // the code of a city is too short to say anything
                "43, telephone 4311, -",
                "430181, 1234567890, COMMON",
                "430181, Password123, COMMON",
                "430181, aaaaaaaaaaaaaaa, COMMON",
                "430181, abababababababa, COMMON",
                "430181, Password123!, COMMON",
                "430181, Dangjian2026!, COMMON",
                "430181, qwertyuiop12, COMMON",
                "430181, Gongchandang1921, COMMON",
                "430181, 智慧党建智慧党建2026, COMMON",
                "430181, P@ssw0rd2026, COMMON",
            })
    void refusesWeakPasswords(String login, String password, @Nullable Weakness weakness) {
        assertThat(new PasswordRules(SETTINGS)
                        .weakness(login, password, List.of())
                        .orElse(null))
                .isEqualTo(weakness);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "岳麓区麓谷街道党工委1, COMMON",
                "岳麓区麓谷街道2026, COMMON",
                "开福区沙坪街道党工委1, -",
            })
    void refusesTheNamesOfOnesOwnUnit(String password, @Nullable Weakness weakness) {
        var names = List.of("长沙市岳麓区麓谷街道党工委");

        assertThat(new PasswordRules(SETTINGS)
                        .weakness("430104", password, names)
                        .orElse(null))
                .isEqualTo(weakness);
    }

    @Test
    void judgesALongPasswordQuickly() {
        String password = "Aa1!".repeat(32);

        assertTimeout(Duration.ofSeconds(5), () -> new PasswordRules(SETTINGS).weakness("430104", password, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"9, TOO_SHORT", "10, ", "128, ", "129, TOO_LONG"})
    void countsCharactersAndNotBytes(int length, @Nullable Weakness weakness) {
        String password = "党建智慧𠀀村镇县市省".repeat(20);
        password = password.substring(0, password.offsetByCodePoints(0, length));

        assertThat(new PasswordRules(SETTINGS)
                        .weakness("login", password, List.of())
                        .orElse(null))
                .isEqualTo(weakness);
    }
}
