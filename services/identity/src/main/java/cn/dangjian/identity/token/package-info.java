/** Tokens (令牌): signing keys, claims, and the authorizations behind refresh tokens. */
@NullMarked
package cn.dangjian.identity.token;

import org.jspecify.annotations.NullMarked;
