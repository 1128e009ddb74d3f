package cn.dangjian.task.lane;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How dispatches to very many units take turns.
 *
 * @param over a dispatch to more units than these has to wait for its turn
 * @param atOnce how many go at the same time in one process; each holds a connection and makes rows as fast as a core can
 * @param patience how long one waits for its turn before it is refused
 */
@Validated
@ConfigurationProperties("dangjian.dispatch.wide")
public record LaneSettings(
        @Min(1) @DefaultValue("2000") int over,
        @Min(1) @Max(100) @DefaultValue("2") int atOnce,
        @DefaultValue("60s") Duration patience) {}
