/** Where a request goes, and how large and how long it may be (路由). */
@NullMarked
package cn.dangjian.gateway.route;

import org.jspecify.annotations.NullMarked;
