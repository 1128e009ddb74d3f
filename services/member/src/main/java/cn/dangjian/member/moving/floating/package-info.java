/** 流动党员 (U-14): one record of each stay elsewhere, which the branch of origin and the branch of stay both edit. */
@NullMarked
package cn.dangjian.member.moving.floating;

import org.jspecify.annotations.NullMarked;
