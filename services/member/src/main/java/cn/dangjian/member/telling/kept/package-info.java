/** 党员数: how many there are below each unit on any day, kept and shown. */
@NullMarked
package cn.dangjian.member.telling.kept;

import org.jspecify.annotations.NullMarked;
