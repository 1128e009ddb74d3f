/** Puts outbox, relay and listeners to work in a service. */
@NullMarked
package cn.dangjian.platform.events.wiring;

import org.jspecify.annotations.NullMarked;
