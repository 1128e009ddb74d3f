package cn.dangjian.identity.device;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a device is known.
 *
 * @param life how long after the last sign-in from it
 */
@Validated
@ConfigurationProperties("dangjian.identity.device")
record DeviceSettings(@DefaultValue("180d") Duration life) {}
