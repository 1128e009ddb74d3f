/** 党员数: how many belong to each unit, announced, and shown for tiers and days. */
@NullMarked
package cn.dangjian.member.telling.count;

import org.jspecify.annotations.NullMarked;
