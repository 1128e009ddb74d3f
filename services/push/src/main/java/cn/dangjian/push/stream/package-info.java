/** The streams (长连接) of connected clients: what they missed first, then what comes. */
@NullMarked
package cn.dangjian.push.stream;

import org.jspecify.annotations.NullMarked;
