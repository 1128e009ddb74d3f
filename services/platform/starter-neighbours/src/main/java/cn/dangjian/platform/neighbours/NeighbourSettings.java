package cn.dangjian.platform.neighbours;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a neighbour is asked.
 *
 * @param url where it is
 * @param connectTimeout how long connecting may take
 * @param readTimeout how long an answer may take
 * @param calls questions at a time; one more is not asked
 * @param window the last so many questions are looked at
 * @param failureRate from this percentage of failures on nothing is asked for a while
 * @param pause how long nothing is asked then
 */
public record NeighbourSettings(
        @NotBlank String url,
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("2s") Duration readTimeout,
        @DefaultValue("8") @Min(1) int calls,
        @DefaultValue("10") @Min(2) int window,
        @DefaultValue("50") @Min(1) @Max(100) int failureRate,
        @DefaultValue("10s") Duration pause) {}
