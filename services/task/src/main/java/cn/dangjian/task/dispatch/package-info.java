/** Dispatches (任务派送): a task goes from one unit to many below it, each of which is accounted for. */
@NullMarked
package cn.dangjian.task.dispatch;

import org.jspecify.annotations.NullMarked;
