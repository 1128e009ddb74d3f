package cn.dangjian.member.person.search;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.standing.Status;
import org.jspecify.annotations.Nullable;

/**
 * Of whom a list is to be.
 *
 * @param status null for all who are not out
 */
record Filter(
        @Nullable Status status,
        @Nullable MemberClass memberClass,
        @Nullable Boolean lost) {}
