/** 承继: when a unit ends, what it has not finished goes to its heir, or is closed if it has none, on that day and by its document. */
@NullMarked
package cn.dangjian.task.heir;

import org.jspecify.annotations.NullMarked;
