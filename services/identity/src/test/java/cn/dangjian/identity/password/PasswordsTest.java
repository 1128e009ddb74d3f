package cn.dangjian.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.identity.password.PasswordRules.Weakness;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

    private static final PasswordSettings SETTINGS =
            new PasswordSettings(256, 1, 1, 1, 1, Duration.ofSeconds(2), 10, 128);

    private final Passwords passwords = new Passwords(SETTINGS);

    @AfterEach
    void stop() {
        passwords.destroy();
    }

    @Test
    void knowsARightPasswordFromAWrongOne() {
        try (var place = passwords.place()) {
            String hash = place.hash("correct horse battery");

            assertThat(hash).startsWith("$argon2id$v=19$m=256,t=1,p=1$");
            assertThat(place.matches("correct horse battery", hash)).isTrue();
            assertThat(place.matches("correct horse batterz", hash)).isFalse();
            assertThat(place.matches("correct horse battery", null)).isFalse();
        }
    }

    @Test
    void sendsAwayWhoeverFindsNoPlace() {
        try (var first = passwords.place();
                var second = passwords.place()) {
            assertThat(first).isNotSameAs(second);
            assertThatThrownBy(passwords::place)
                    .isInstanceOfSatisfying(PasswordsBusyException.class, busy -> assertThat(busy.retryAfter())
                            .isEqualTo(Duration.ofSeconds(2)));
        }
        passwords.place().close();
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "430181, 123456789, TOO_SHORT",
                "430181, x9Kq-1234, TOO_SHORT",
                "430181, x9Kq-12345, -",
                "430181, 长江长江黄河黄河泰山, -",
                "430181, my430181password, HOLDS_LOGIN",
                "Village, the-VILLAGE-one, HOLDS_LOGIN",
                // the code of a city is too short to say anything
                "43, telephone 4311, -",
                "430181, 1234567890, COMMON",
                "430181, Password123, COMMON",
                "430181, aaaaaaaaaaaaaaa, COMMON",
                "430181, abababababababa, COMMON",
            })
    void refusesWeakPasswords(String login, String password, @Nullable Weakness weakness) {
        assertThat(new PasswordRules(SETTINGS).weakness(login, password).orElse(null))
                .isEqualTo(weakness);
    }

    @ParameterizedTest
    @CsvSource({"9, TOO_SHORT", "10, ", "128, ", "129, TOO_LONG"})
    void countsCharactersAndNotBytes(int length, @Nullable Weakness weakness) {
        String password = "党建智慧𠀀村镇县市省".repeat(20);
        password = password.substring(0, password.offsetByCodePoints(0, length));

        assertThat(new PasswordRules(SETTINGS).weakness("login", password).orElse(null))
                .isEqualTo(weakness);
    }
}
