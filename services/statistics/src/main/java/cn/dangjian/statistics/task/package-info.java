/** What statistics asks the task service about a dispatch (任务) that it has not heard of yet. */
@NullMarked
package cn.dangjian.statistics.task;

import org.jspecify.annotations.NullMarked;
