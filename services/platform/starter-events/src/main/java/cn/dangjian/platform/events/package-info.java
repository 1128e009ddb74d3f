/** What a service says and hears: announce with {@code Outbox}, hear with {@code @Hears}. */
@NullMarked
package cn.dangjian.platform.events;

import org.jspecify.annotations.NullMarked;
