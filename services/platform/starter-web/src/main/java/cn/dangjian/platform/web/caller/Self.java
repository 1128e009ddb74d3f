package cn.dangjian.platform.web.caller;

/** Who asks for himself: an account, with or without a post, as a controller's parameter. */
public record Self(AccountId account) {}
