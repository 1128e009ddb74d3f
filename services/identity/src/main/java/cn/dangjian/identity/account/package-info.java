/** Accounts (账号): who may sign in, under which name, and in which state. */
@NullMarked
package cn.dangjian.identity.account;

import org.jspecify.annotations.NullMarked;
