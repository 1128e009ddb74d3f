/** 待公布: which units and persons are to be announced again, and the announcing, in pages of neighbouring numbers. */
@NullMarked
package cn.dangjian.member.telling.due;

import org.jspecify.annotations.NullMarked;
