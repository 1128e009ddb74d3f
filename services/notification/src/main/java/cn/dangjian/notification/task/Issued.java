package cn.dangjian.notification.task;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What notification reads of a dispatch that task has issued.
 *
 * @param issuer the unit that dispatched it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Issued(long id, long issuer) {}
