/** Signing in (登录): checks login and password, locks out guessers and keeps the record of every try. */
@NullMarked
package cn.dangjian.identity.signin;

import org.jspecify.annotations.NullMarked;
