package cn.dangjian.identity.alarm;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * From how many failed attempts on somebody is alarmed.
 *
 * @param account failures of one account, from wherever
 * @param address failures from one address, of whichever login
 * @param quiet a pause without failures of this length ends what was counted, and the alarm
 */
@Validated
@ConfigurationProperties("dangjian.identity.alarm")
record AlarmSettings(
        @DefaultValue("30") @Min(2) int account,
        @DefaultValue("100") @Min(2) int address,
        @DefaultValue("15m") Duration quiet) {}
