/** 承继: when a unit ends or is split, its people and all that is open of them go to its heir, on that day, by its document. */
@NullMarked
package cn.dangjian.member.telling.heir;

import org.jspecify.annotations.NullMarked;
