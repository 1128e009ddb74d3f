package cn.dangjian.organization.tree.imports;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How imports are taken and applied.
 *
 * @param largestFile how large one file may become
 * @param largestChunk how large one piece of a file may be
 * @param poll how often a worker looks for work that another process left; its own requests wake it at once
 * @param lease after which time a worker that says nothing counts as dead
 * @param keep how long uploads that nobody applied are kept
 */
@Validated
@ConfigurationProperties("dangjian.imports")
public record ImportSettings(
        @NotNull @DefaultValue("64MB") DataSize largestFile,
        @NotNull @DefaultValue("4MB") DataSize largestChunk,
        @NotNull @DefaultValue("2s") Duration poll,
        @NotNull @DefaultValue("60s") Duration lease,
        @NotNull @DefaultValue("7d") Duration keep) {}
