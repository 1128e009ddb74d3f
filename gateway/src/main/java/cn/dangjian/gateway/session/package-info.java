/** The pages' sessions (会话): the refresh token stays here, in a cookie that no page can read. */
@NullMarked
package cn.dangjian.gateway.session;

import org.jspecify.annotations.NullMarked;
