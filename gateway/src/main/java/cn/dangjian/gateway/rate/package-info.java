/** How often an account or an address may call (限流); without Redis, everybody may. */
@NullMarked
package cn.dangjian.gateway.rate;

import org.jspecify.annotations.NullMarked;
