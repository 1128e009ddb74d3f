package cn.dangjian.member.person.self;

import cn.dangjian.platform.web.caller.AccountId;

/** Who asks for himself: an account, with or without a post, as a controller's parameter. */
public record Self(AccountId account) {}
