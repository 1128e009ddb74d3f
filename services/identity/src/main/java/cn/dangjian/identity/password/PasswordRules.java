package cn.dangjian.identity.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Which passwords are good enough: long, not the login, not one that everybody tries first, nor made of such words, of those
 * of the platform (平台用语) or of one's own unit; which is what ASVS 5 V6.2 asks.
 */
@Component
public class PasswordRules {

    /** Longer ones are judged by their beginning: judging takes the longer the longer they are. */
    private static final int JUDGED = 64;

    private static final int DIFFERENT = 4;
    private static final int LONGEST_NAME = 40;

    private final PasswordSettings settings;
    private final Zxcvbn strength = new Zxcvbn();
    private final Set<String> common = lines("common-passwords.txt");
    private final Set<String> platform = lines("platform-words.txt");

    PasswordRules(PasswordSettings settings) {
        this.settings = settings;
    }

    /** Why a password is refused. */
    public enum Weakness {
        TOO_SHORT,
        TOO_LONG,
        HOLDS_LOGIN,
        COMMON
    }

    /**
     * What is wrong with the password, if anything.
     *
     * @param names what the account and its units are called
     */
    public Optional<Weakness> weakness(String login, String password, Collection<String> names) {
        int length = password.codePointCount(0, password.length());
        if (length < settings.minimum()) return Optional.of(Weakness.TOO_SHORT);
        if (length > settings.maximum()) return Optional.of(Weakness.TOO_LONG);
        String plain = password.toLowerCase(Locale.ROOT);
        if (holds(plain, login.toLowerCase(Locale.ROOT))) return Optional.of(Weakness.HOLDS_LOGIN);
        return isCommon(password, plain, words(login, names)) ? Optional.of(Weakness.COMMON) : Optional.empty();
    }

    private boolean isCommon(String password, String plain, List<String> words) {
        if (common.contains(plain) || plain.chars().distinct().count() < DIFFERENT) return true;
        String judged = password.length() > JUDGED ? password.substring(0, JUDGED) : password;
        return strength.measure(judged, words).getGuesses() < settings.guesses();
    }

    private List<String> words(String login, Collection<String> names) {
        var words = new LinkedHashSet<>(platform);
        words.add(login.toLowerCase(Locale.ROOT));
        names.forEach(name -> addParts(name.toLowerCase(Locale.ROOT), words));
        return List.copyOf(words);
    }

    /** A Chinese name is written without gaps: any part of it is a word. */
    private static void addParts(String name, Set<String> words) {
        words.add(name);
        words.addAll(List.of(name.split("[^\\p{L}\\p{N}]+", -1)));
        if (name.length() > LONGEST_NAME || name.codePoints().noneMatch(Character::isIdeographic)) return;
        for (int from = 0; from < name.length(); from++) {
            for (int to = from + 2; to <= name.length(); to++) words.add(name.substring(from, to));
        }
    }

    /** A short login, such as a city's code, is in many a good password by chance. */
    private static boolean holds(String password, String login) {
        return login.length() < 6 ? password.equals(login) : password.contains(login);
    }

    /** @throws cn.dangjian.platform.web.problem.ProblemException 422 {@code password.weak} */
    public void require(String login, String password) {
        require(login, password, List.of());
    }

    /** @throws cn.dangjian.platform.web.problem.ProblemException 422 {@code password.weak} */
    public void require(String login, String password, Collection<String> names) {
        if (weakness(login, password, names).isPresent())
            throw PasswordRefusal.WEAK.with(settings.minimum(), settings.maximum());
    }

    private static Set<String> lines(String file) {
        try {
            return new ClassPathResource(file, PasswordRules.class)
                    .getContentAsString(UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
