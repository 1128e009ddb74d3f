package cn.dangjian.identity.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which passwords are good enough: long, not the login, not one that everybody tries first. */
@Component
public class PasswordRules {

    private final PasswordSettings settings;
    private final Set<String> common;

    PasswordRules(PasswordSettings settings) {
        this.settings = settings;
        this.common = common();
    }

    /** Why a password is refused. */
    public enum Weakness {
        TOO_SHORT,
        TOO_LONG,
        HOLDS_LOGIN,
        COMMON
    }

    /** What is wrong with the password, if anything. */
    public Optional<Weakness> weakness(String login, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < settings.minimum()) return Optional.of(Weakness.TOO_SHORT);
        if (length > settings.maximum()) return Optional.of(Weakness.TOO_LONG);
        String plain = password.toLowerCase(Locale.ROOT);
        if (holds(plain, login.toLowerCase(Locale.ROOT))) return Optional.of(Weakness.HOLDS_LOGIN);
        if (common.contains(plain) || plain.chars().distinct().count() < 4) return Optional.of(Weakness.COMMON);
        return Optional.empty();
    }

    /** A short login, such as a city's code, is in many a good password by chance. */
    private static boolean holds(String password, String login) {
        return login.length() < 6 ? password.equals(login) : password.contains(login);
    }

    /** @throws cn.dangjian.platform.web.problem.ProblemException 422 {@code password.weak} */
    public void require(String login, String password) {
        if (weakness(login, password).isPresent())
            throw PasswordRefusal.WEAK.with(settings.minimum(), settings.maximum());
    }

    private static Set<String> common() {
        try {
            return new ClassPathResource("common-passwords.txt", PasswordRules.class)
                    .getContentAsString(UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
