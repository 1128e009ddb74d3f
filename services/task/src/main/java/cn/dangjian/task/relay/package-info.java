/** Relay (流水派送): a unit forwards what it was given, and everybody sees why he has a task, and what became of it below. */
@NullMarked
package cn.dangjian.task.relay;

import org.jspecify.annotations.NullMarked;
