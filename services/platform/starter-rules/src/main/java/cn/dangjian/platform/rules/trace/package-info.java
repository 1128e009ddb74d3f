/** 留痕: what no task, return, urging or list to be put right may demand as proof; which words demand it is data. */
@NullMarked
package cn.dangjian.platform.rules.trace;

import org.jspecify.annotations.NullMarked;
