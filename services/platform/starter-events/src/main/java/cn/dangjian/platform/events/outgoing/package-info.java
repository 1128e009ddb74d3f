/** Announcements wait in the outbox until the broker has them: nothing is sent before commit, nothing is lost after. */
@NullMarked
package cn.dangjian.platform.events.outgoing;

import org.jspecify.annotations.NullMarked;
