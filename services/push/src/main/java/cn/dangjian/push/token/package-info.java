/** The callers' tokens, and push's own (令牌). */
@NullMarked
package cn.dangjian.push.token;

import org.jspecify.annotations.NullMarked;
