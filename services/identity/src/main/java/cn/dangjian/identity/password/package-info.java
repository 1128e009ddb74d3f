/** Passwords (密码): which are good enough, and how they are hashed without a storm of sign-ins taking the machine. */
@NullMarked
package cn.dangjian.identity.password;

import org.jspecify.annotations.NullMarked;
