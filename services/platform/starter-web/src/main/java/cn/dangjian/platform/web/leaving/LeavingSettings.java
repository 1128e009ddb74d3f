package cn.dangjian.platform.web.leaving;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a replica leaves.
 *
 * @param pause how long it goes on answering although it says that it is not ready; longer than the gateway keeps an idle
 *     connection, and than a cluster takes to tell who is ready
 */
@Validated
@ConfigurationProperties("dangjian.web.leaving")
record LeavingSettings(@NotNull @DefaultValue("0s") Duration pause) {}
