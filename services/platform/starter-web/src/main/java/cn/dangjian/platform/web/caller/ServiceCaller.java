package cn.dangjian.platform.web.caller;

/** Another service of the house, signed in with its own client credentials. */
public record ServiceCaller(String service) {}
