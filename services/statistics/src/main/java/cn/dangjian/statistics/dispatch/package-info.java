/** 任务: the dispatches, as we heard of them from task. */
@NullMarked
package cn.dangjian.statistics.dispatch;

import org.jspecify.annotations.NullMarked;
