/** The feed: everything that was delivered, in one order that every reader sees alike; told to push through Redis. */
@NullMarked
package cn.dangjian.notification.feed;

import org.jspecify.annotations.NullMarked;
