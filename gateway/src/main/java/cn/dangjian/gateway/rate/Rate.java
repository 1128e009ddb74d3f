package cn.dangjian.gateway.rate;

import jakarta.validation.constraints.Min;

/**
 * A token bucket.
 *
 * @param perSecond requests that may come for ever
 * @param burst requests that may come at once after a pause
 */
public record Rate(@Min(1) int perSecond, @Min(1) int burst) {

    public Rate {
        if (burst < perSecond)
            throw new IllegalArgumentException("burst " + burst + " is less than per-second " + perSecond);
    }
}
