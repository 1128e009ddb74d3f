package cn.dangjian.push.token;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How push gets a token of its own.
 *
 * @param tokenUrl where it is fetched
 * @param clientSecret the secret of push's client
 * @param timeout how long fetching it may take
 */
@Validated
@ConfigurationProperties("dangjian.token")
record TokenSettings(
        @NotBlank String tokenUrl,
        @NotBlank String clientSecret,
        @DefaultValue("2s") Duration timeout) {}
