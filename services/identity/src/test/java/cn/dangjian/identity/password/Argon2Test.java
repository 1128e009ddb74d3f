package cn.dangjian.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Hashes that were made before, and by others, stay valid. */
class Argon2Test {

    private static final PasswordSettings SETTINGS =
            new PasswordSettings(64, 2, 1, 1, 4, 4, Duration.ofSeconds(1), Duration.ofSeconds(1), 10, 128, 1);

    private static final int AT_ONCE = 8;

    private final Argon2 argon2 = new Argon2(SETTINGS);

    @ParameterizedTest
    @ValueSource(strings = {"虚构的密码一二三", "fictitious-password", "𠮷·〇"})
    void writesAndReadsWhatSpringSecurityWrites(String password) {
        var theirs = new Argon2PasswordEncoder(16, 32, 2, 128, 3);

        for (int again = 0; again < 3; again++) {
            assertThat(argon2.matches(password, String.valueOf(theirs.encode(password))))
                    .isTrue();
            assertThat(theirs.matches(password, argon2.hash(password))).isTrue();
            assertThat(argon2.matches(password + "x", argon2.hash(password))).isFalse();
        }
        assertThat(argon2.hash(password))
                .startsWith("$argon2id$v=19$m=64,t=2,p=1$")
                .isNotEqualTo(argon2.hash(password));
    }

    /** Each has memory of its own, which the next one takes after it. */
    @Test
    void hashesOfSeveralAtOnceAreEachTheirOwn() throws Exception {
        var theirs = new Argon2PasswordEncoder(16, 32, 1, 64, 2);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < AT_ONCE * 25; i++) {
                String password = "虚构的密码" + i;
                all.add(() -> {
                    String hash = argon2.hash(password);
                    return argon2.matches(password, hash)
                            && theirs.matches(password, hash)
                            && !argon2.matches(password + "x", hash);
                });
            }
            for (var one : threads.invokeAll(all)) assertThat(one.get()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{noop}right",
                "$argon2i$v=19$m=64,t=2,p=1$AAAA$AAAA",
                "$argon2id$v=19$m=64,t=2,p=1$AA-A$AAAA"
            })
    void takesNothingElseForAHash(String hash) {
        assertThat(argon2.matches("right", hash)).isFalse();
    }
}
