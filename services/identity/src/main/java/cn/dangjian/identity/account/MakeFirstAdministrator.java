package cn.dangjian.identity.account;

import static org.springframework.util.StringUtils.hasText;

import cn.dangjian.identity.password.PasswordRules;
import cn.dangjian.identity.password.Passwords;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Makes the administrator of the platform at the first start, from the environment; there is no default. */
@Service
class MakeFirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(MakeFirstAdministrator.class);

    private final Settings settings;
    private final AccountRepository accounts;
    private final PasswordRules rules;
    private final Passwords passwords;
    private final Clock clock;

    MakeFirstAdministrator(
            Settings settings, AccountRepository accounts, PasswordRules rules, Passwords passwords, Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.rules = rules;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String login = settings.login();
        String password = settings.password();
        if (accounts.hasAdministrator()) return;
        if (!hasText(login) || !hasText(password)) {
            log.warn("There is no administrator. Set BOOTSTRAP_ADMIN_LOGIN and BOOTSTRAP_ADMIN_PASSWORD and start"
                    + " again.");
            return;
        }
        if (!Account.isPossibleLogin(login))
            throw new IllegalStateException("BOOTSTRAP_ADMIN_LOGIN: letters, digits, . _ @ -");
        rules.weakness(login, password, List.of()).ifPresent(weakness -> {
            throw new IllegalStateException("BOOTSTRAP_ADMIN_PASSWORD is too weak: " + weakness);
        });
        try (var place = passwords.place("")) {
            accounts.insert(login, login, place.hash(password), true, clock.instant());
            log.info("Made the administrator {}", login);
        } catch (DuplicateKeyException e) {
            log.info("Another replica made the administrator {}", login);
        }
    }

    /**
     * The first administrator of the platform, made when there is none.
     *
     * @param login the login; none is made without it
     * @param password the first password; none is made without it
     */
    @ConfigurationProperties("dangjian.identity.administrator")
    record Settings(@Nullable String login, @Nullable String password) {}
}
