/** 流动党员去向公布: who stays at which unit from when to when, told to other services without a name. */
@NullMarked
package cn.dangjian.member.telling.stay;

import org.jspecify.annotations.NullMarked;
