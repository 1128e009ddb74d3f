package cn.dangjian.identity.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the record of sign-ins is kept.
 *
 * @param keep how long the record of sign-ins is kept
 */
@Validated
@ConfigurationProperties("dangjian.identity.sign-in")
record SignInSettings(@DefaultValue("180d") Duration keep) {}
