/** The token check at the edge (令牌校验). */
@NullMarked
package cn.dangjian.gateway.token;

import org.jspecify.annotations.NullMarked;
