package cn.dangjian.identity.account;

import cn.dangjian.platform.web.caller.AccountId;

/** Whoever is signed in, with or without a post; not a service. */
public record Person(AccountId account) {}
