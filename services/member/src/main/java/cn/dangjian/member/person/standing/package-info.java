/** 身份: what happened to a person, and who he was on any day because of it. */
@NullMarked
package cn.dangjian.member.person.standing;

import org.jspecify.annotations.NullMarked;
