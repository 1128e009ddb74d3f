/** 发展党员: each person's way from the application to full membership, step by step, with votes, publicity and approvals. */
@NullMarked
package cn.dangjian.member.growth.development;

import org.jspecify.annotations.NullMarked;
