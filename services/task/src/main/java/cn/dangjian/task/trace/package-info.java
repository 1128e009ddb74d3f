/** 留痕: what no task, return or urging may demand as proof; which words demand it is data. */
@NullMarked
package cn.dangjian.task.trace;

import org.jspecify.annotations.NullMarked;
