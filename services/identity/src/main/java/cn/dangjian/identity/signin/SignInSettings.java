package cn.dangjian.identity.signin;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When an account is locked out, and how long the record of sign-ins is kept.
 *
 * @param failures this many failures within the window lock the account out
 * @param window failures further apart than this are not counted together
 * @param lockOut how long a locked-out account stays so
 * @param keep how long the record of sign-ins is kept
 */
@Validated
@ConfigurationProperties("dangjian.identity.sign-in")
record SignInSettings(
        @DefaultValue("5") @Min(1) int failures,
        @DefaultValue("15m") Duration window,
        @DefaultValue("15m") Duration lockOut,
        @DefaultValue("180d") Duration keep) {}
