/** 查找: lists of persons, by unit, class, status, name or number. */
@NullMarked
package cn.dangjian.member.person.search;

import org.jspecify.annotations.NullMarked;
