package cn.dangjian.task.lane;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How dispatches are cut up.
 *
 * @param chunk units in one event; the contract allows 500
 */
@Validated
@ConfigurationProperties("dangjian.dispatch")
public record DispatchLimits(
        @Min(1) @Max(500) @DefaultValue("500") int chunk) {}
