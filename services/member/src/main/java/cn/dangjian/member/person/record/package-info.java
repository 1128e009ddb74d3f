/** 党籍变动: what is written down by hand of what happened to somebody, and corrections of the past. */
@NullMarked
package cn.dangjian.member.person.record;

import org.jspecify.annotations.NullMarked;
