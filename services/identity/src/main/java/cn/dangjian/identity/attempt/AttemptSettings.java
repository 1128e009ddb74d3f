package cn.dangjian.identity.attempt;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the next attempt waits after failures of one login from one place.
 *
 * @param free failures that cost no waiting
 * @param first the wait after these; each further failure doubles it
 * @param longest the longest wait
 * @param forget after so long without a failure counting begins anew
 * @param patience a wait up to this is sat out by the server; for a longer one the client is told to come back
 * @param line how long one may stand behind other attempts of the same login from the same place
 * @param waiting attempts of one address that may stand in line or sit out a wait
 */
@Validated
@ConfigurationProperties("dangjian.identity.attempt")
record AttemptSettings(
        @DefaultValue("5") @Min(1) int free,
        @DefaultValue("1s") Duration first,
        @DefaultValue("30s") Duration longest,
        @DefaultValue("15m") Duration forget,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("10s") Duration line,
        @DefaultValue("64") @Min(1) int waiting) {

    private static final int MANY = 30;

    Duration waitAfter(int failures) {
        if (failures < free) return Duration.ZERO;
        var wait = first.multipliedBy(1L << Math.min(failures - free, MANY));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
