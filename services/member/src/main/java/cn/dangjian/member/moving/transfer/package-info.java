/** 组织关系转接: how a member goes from one branch to another, to another province, and comes from one. */
@NullMarked
package cn.dangjian.member.moving.transfer;

import org.jspecify.annotations.NullMarked;
