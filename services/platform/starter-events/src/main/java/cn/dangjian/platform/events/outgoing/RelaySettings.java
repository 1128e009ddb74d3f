package cn.dangjian.platform.events.outgoing;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How announcements leave.
 *
 * @param batch how many events are sent before they are marked as sent
 * @param sweep how often the relay looks for events that a stopped process left behind; commits wake it at once
 * @param answer how long the broker's answer to one batch is awaited
 * @param keep how long sent events stay as the source of a replay; at least as long as the broker may lose
 * @param largest the largest event that may be announced
 */
@Validated
@ConfigurationProperties("dangjian.events.relay")
public record RelaySettings(
        @Min(1) @DefaultValue("1000") int batch,
        @NotNull @DefaultValue("2s") Duration sweep,
        @NotNull @DefaultValue("15s") Duration answer,
        @NotNull @DefaultValue("72h") Duration keep,
        @NotNull @DefaultValue("900KB") DataSize largest) {}
