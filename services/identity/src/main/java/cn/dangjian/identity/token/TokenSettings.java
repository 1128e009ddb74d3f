package cn.dangjian.identity.token;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Tokens: who says to have issued them, for whom they are, how long they live.
 *
 * @param issuer the address of identity as clients see it
 * @param audience what a token is for; every service checks it
 * @param access how long a person's access token lives
 * @param service how long a service's token lives
 * @param refresh how long a refresh token lives; each exchange begins anew
 * @param refreshGrace how long after its exchange a refresh token may come again and gets the same successor
 * @param code how long an authorization code may wait for its exchange
 */
@Validated
@ConfigurationProperties("dangjian.identity.token")
public record TokenSettings(
        @NotBlank String issuer,
        @NotBlank @DefaultValue("dangjian") String audience,
        @NotNull @DefaultValue("15m") Duration access,
        @NotNull @DefaultValue("15m") Duration service,
        @NotNull @DefaultValue("30d") Duration refresh,
        @NotNull @DefaultValue("10s") Duration refreshGrace,
        @NotNull @DefaultValue("2m") Duration code) {}
