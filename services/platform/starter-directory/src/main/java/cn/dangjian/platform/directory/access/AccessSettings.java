package cn.dangjian.platform.directory.access;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long this service remembers that the access of an account has changed.
 *
 * @param keep longer than any token lives, else one that is over would be believed again
 */
@Validated
@ConfigurationProperties("dangjian.directory.access")
record AccessSettings(@NotNull @DefaultValue("1d") Duration keep) {}
