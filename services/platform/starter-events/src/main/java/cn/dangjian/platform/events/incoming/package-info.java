/** Each event has its effect once, per key in order; what cannot be handled is parked, never dropped and never overtaken. */
@NullMarked
package cn.dangjian.platform.events.incoming;

import org.jspecify.annotations.NullMarked;
