/** States (状态): where an assignment can stand, and which moves lead from one to another; nothing else decides it. */
@NullMarked
package cn.dangjian.task.flow;

import org.jspecify.annotations.NullMarked;
