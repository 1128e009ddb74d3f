package cn.dangjian.identity;

import cn.dangjian.identity.password.Passwords;
import cn.dangjian.identity.token.TokenSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Accounts at units, and tokens for them. */
@TestConfiguration(proxyBeanMethods = false)
public class Fixtures {

    /** Good enough for every rule. */
    public static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger NUMBERS = new AtomicInteger(1);
    private static final Duration MOMENT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final JwtEncoder encoder;
    private final TokenSettings settings;
    private final Map<Map<String, Object>, Given> given = new ConcurrentHashMap<>();

    private record Given(String token, Instant at) {}

    Fixtures(JdbcClient jdbc, Passwords passwords, JwtEncoder encoder, TokenSettings settings) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.encoder = encoder;
        this.settings = settings;
    }

    @Bean
    @Lazy
    static OAuth oauth(Environment environment) {
        return new OAuth(environment);
    }

    /** An account of a test. */
    public record Someone(long account, long post, long unit, String login) {}

    public Someone anActiveAccountAt(long unit) {
        try (var place = passwords.place("fixtures")) {
            return insert(unit, place.hash(PASSWORD), "ACTIVE");
        }
    }

    public Someone anInvitedAccountAt(long unit) {
        return insert(unit, null, "INVITED");
    }

    /** One more post of that account. */
    public long aPost(Someone someone, long unit, String duty) {
        return key(
                "insert into post (account, unit, duty, active, since) values (:account, :unit, :duty, true, now(6))",
                Map.of("account", someone.account(), "unit", unit, "duty", duty));
    }

    private Someone insert(long unit, @Nullable String hash, String state) {
        String login = "t" + NUMBERS.getAndIncrement() + "x" + unit;
        long account = key(
                "insert into account (login, display_name, password_hash, state, opened_at) values (:login, :login,"
                        + " :hash, :state, now(6))",
                Map.of("login", login, "hash", hash == null ? "" : hash, "state", state));
        if (hash == null)
            jdbc.sql("update account set password_hash = null where id = ?")
                    .param(account)
                    .update();
        long post = key(
                "insert into post (account, unit, duty, active, since) values (:account, :unit, 'test', true, now(6))",
                Map.of("account", account, "unit", unit));
        return new Someone(account, post, unit, login);
    }

    private long key(String sql, Map<String, ?> parameters) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql(sql).params(parameters).update(keys, "id");
        return Objects.requireNonNull(keys.getKey()).longValue();
    }

    /** A token of that account at its post. */
    public String token(Someone someone) {
        return given(person(someone));
    }

    public String expired(Someone someone) {
        return sign(person(someone)
                .issuedAt(Instant.now().minus(Duration.ofHours(2)))
                .expiresAt(Instant.now().minus(Duration.ofHours(1))));
    }

    public String forAnotherAudience(Someone someone) {
        return given(person(someone).audience(List.of("elsewhere")));
    }

    public String administrator() {
        long admin = jdbc.sql("select id from account where administrator order by id limit 1")
                .query(Long.class)
                .single();
        return given(
                claims(String.valueOf(admin)).claim("av", authority(admin)).claim("roles", List.of("administrator")));
    }

    public String service(String name) {
        return given(claims(name).claim("svc", true));
    }

    private JwtClaimsSet.Builder person(Someone someone) {
        return claims(String.valueOf(someone.account()))
                .claim("av", authority(someone.account()))
                .claim("unit", someone.unit())
                .claim("post", someone.post())
                .claim("duty", "test");
    }

    private long authority(long account) {
        return jdbc.sql("select authz_version from account where id = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    private JwtClaimsSet.Builder claims(String subject) {
        return JwtClaimsSet.builder().issuer(settings.issuer()).subject(subject).audience(List.of(settings.audience()));
    }

    /** The token of a moment ago, if it says the same: signing is slower than most of what a test asks for. */
    private String given(JwtClaimsSet.Builder claims) {
        var now = Instant.now();
        return given.compute(
                        Map.copyOf(claims.build().getClaims()),
                        (said, last) -> last != null && last.at().plus(MOMENT).isAfter(now)
                                ? last
                                : new Given(sign(claims.issuedAt(now).expiresAt(now.plus(settings.access()))), now))
                .token();
    }

    private String sign(JwtClaimsSet.Builder claims) {
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }
}
