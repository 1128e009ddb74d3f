/** 关怀与处置: what is opened for one member, and decided by people (U-13). */
@NullMarked
package cn.dangjian.member.care;

import org.jspecify.annotations.NullMarked;
