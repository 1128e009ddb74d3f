/** A request that is sent again has one effect and gets the same answer. */
@NullMarked
package cn.dangjian.platform.web.idempotency;

import org.jspecify.annotations.NullMarked;
