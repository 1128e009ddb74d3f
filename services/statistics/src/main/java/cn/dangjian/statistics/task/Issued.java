package cn.dangjian.statistics.task;

import cn.dangjian.platform.directory.Hierarchy;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * What statistics reads of a dispatch that task has issued.
 *
 * @param issuer the unit that dispatched it
 * @param addressed how many units it went to
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Issued(
        long id,
        String number,
        String title,
        long issuer,
        Hierarchy hierarchy,
        Instant deadline,
        int addressed,
        Instant issuedAt) {}
