package cn.dangjian.identity.member;

import cn.dangjian.platform.web.caller.AccountId;

/**
 * The account of a member.
 *
 * @param unitId that he belongs to
 * @param version of what was heard last
 * @param locked whether it was locked as he is to have none any more
 */
record MemberAccount(long memberId, AccountId accountId, long unitId, long version, boolean locked) {

    static MemberAccount opened(long memberId, AccountId accountId, long unitId, long version) {
        return new MemberAccount(memberId, accountId, unitId, version, false);
    }

    MemberAccount at(long unit, long newer) {
        return new MemberAccount(memberId, accountId, unit, newer, false);
    }

    /** Once ended it stays locked for the reason that it was. */
    MemberAccount end(boolean lockedNow, long newer) {
        return new MemberAccount(memberId, accountId, unitId, newer, locked || lockedNow);
    }
}
