/** The feed of notification, followed without a gap: heard through Redis at once, asked for where something is missing. */
@NullMarked
package cn.dangjian.push.feed;

import org.jspecify.annotations.NullMarked;
