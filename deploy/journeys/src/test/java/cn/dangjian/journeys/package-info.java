/** The whole house as its users see it: through the gateway, over HTTP. */
@NullMarked
package cn.dangjian.journeys;

import org.jspecify.annotations.NullMarked;
