/** The inbox (收件箱) of a unit: what was delivered to it, newest first, for its people and for push. */
@NullMarked
package cn.dangjian.notification.inbox;

import org.jspecify.annotations.NullMarked;
