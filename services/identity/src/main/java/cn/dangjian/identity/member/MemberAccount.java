package cn.dangjian.identity.member;

import cn.dangjian.platform.web.caller.AccountId;

/**
 * The account of a member.
 *
 * @param unitId that he belongs to
 * @param version of what was asked last
 */
record MemberAccount(long memberId, AccountId accountId, long unitId, long version) {

    MemberAccount at(long unit, long newer) {
        return new MemberAccount(memberId, accountId, unit, newer);
    }
}
