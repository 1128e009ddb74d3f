/** 组织关系大排查 (MEM-10): once a year each branch says of each of its members where he is, and the tiers close it. */
@NullMarked
package cn.dangjian.member.moving.census;

import org.jspecify.annotations.NullMarked;
