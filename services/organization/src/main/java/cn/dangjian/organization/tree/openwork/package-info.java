/** 未办结任务: what units still have to do, as we heard from task, and what becomes of it when they end. */
@NullMarked
package cn.dangjian.organization.tree.openwork;

import org.jspecify.annotations.NullMarked;
