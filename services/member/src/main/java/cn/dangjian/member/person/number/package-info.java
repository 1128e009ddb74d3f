/** 公民身份号码: what a clerk typed as an identity number, checked, and what follows from it. */
@NullMarked
package cn.dangjian.member.person.number;

import org.jspecify.annotations.NullMarked;
