/** 党员账号: the account with which a person signs in and sees his own file, and nothing else. */
@NullMarked
package cn.dangjian.member.person.account;

import org.jspecify.annotations.NullMarked;
