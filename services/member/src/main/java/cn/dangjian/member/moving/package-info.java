/** 流动与转接: members who go somewhere else, for a time or for good, and the yearly count of who is where. */
@NullMarked
package cn.dangjian.member.moving;

import org.jspecify.annotations.NullMarked;
