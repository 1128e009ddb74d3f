package cn.dangjian.statistics.tally;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How progress is counted.
 *
 * @param followMoves how long after its deadline the figures of a dispatch follow units that move; later they stay as
 *     they were reported
 * @param chunk how many assignments or deliveries are folded at once; bounds the memory that one poll takes
 */
@Validated
@ConfigurationProperties("dangjian.tally")
record TallySettings(
        @NotNull @DefaultValue("400d") Duration followMoves,
        @Min(1) @DefaultValue("5000") int chunk) {}
