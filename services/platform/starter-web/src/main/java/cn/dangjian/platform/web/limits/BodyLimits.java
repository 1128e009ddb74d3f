package cn.dangjian.platform.web.limits;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How large the body of a request may be, and how slow.
 *
 * @param all the limit of every path that is not named
 * @param paths path patterns with a limit of their own
 * @param pause how long a body may pause; a little longer than the gateway lets its clients
 */
@Validated
@ConfigurationProperties("dangjian.web.body-limit")
public record BodyLimits(
        @NotNull @DefaultValue("1MB") DataSize all,
        @DefaultValue Map<String, DataSize> paths,
        @NotNull @DefaultValue("25s") Duration pause) {}
