package cn.dangjian.identity.organization;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What identity reads of a unit that organization has registered. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Registered(long id, String code) {}
