/** The token endpoint (令牌端点): how each kind of client gets a token. */
@NullMarked
package cn.dangjian.identity.grant;

import org.jspecify.annotations.NullMarked;
