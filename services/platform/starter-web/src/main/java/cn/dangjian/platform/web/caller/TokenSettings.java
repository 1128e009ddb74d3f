package cn.dangjian.platform.web.caller;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this service gets a token of its own; what a caller's token must say is Boot's resource server configuration.
 *
 * @param tokenUrl where this service fetches its own token; empty if it calls nobody
 * @param clientSecret the secret of this service's client
 * @param timeout how long fetching a token, or the keys that verify one, may take
 */
@Validated
@ConfigurationProperties("dangjian.token")
public record TokenSettings(
        @Nullable String tokenUrl,
        @Nullable String clientSecret,
        @DefaultValue("2s") Duration timeout) {}
