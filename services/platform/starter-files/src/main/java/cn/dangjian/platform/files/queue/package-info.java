/** 排队的工作: long work that waits in a table is done by one process at a time, and survives each of them. */
@NullMarked
package cn.dangjian.platform.files.queue;

import org.jspecify.annotations.NullMarked;
