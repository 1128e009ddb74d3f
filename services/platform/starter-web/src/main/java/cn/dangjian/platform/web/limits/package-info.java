/** How large a request may be. */
@NullMarked
package cn.dangjian.platform.web.limits;

import org.jspecify.annotations.NullMarked;
