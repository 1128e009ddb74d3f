package cn.dangjian.platform.web.caller;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What this service has heard of the access of accounts. Whoever remembers it implements it, {@code starter-directory}
 * for most services; a service without it does not start, for it would believe tokens that are over.
 */
public interface AccessVersions {

    /** The version of what its account may do that a token carries; null of one without, as those of services are. */
    static @Nullable Long carriedBy(Jwt token) {
        return token.getClaim("av") instanceof Number version ? version.longValue() : null;
    }

    /**
     * Whether the account may do something else than when a token was made for it.
     *
     * @param version the version of what the account may do that the token carries
     * @throws RuntimeException if that cannot be found out: then the token is not believed
     */
    boolean isSuperseded(AccountId account, long version);

    /**
     * Whether a token is over: superseded as above, or made in a session that has ended since.
     *
     * @param session the session that the token carries; null for one without
     * @throws RuntimeException if that cannot be found out: then the token is not believed
     */
    default boolean isOver(AccountId account, long version, @Nullable String session) {
        return isSuperseded(account, version);
    }
}
