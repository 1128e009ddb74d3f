/** 未办结任务: what units still have to do, as we heard from task, before they can end. */
@NullMarked
package cn.dangjian.organization.tree.openwork;

import org.jspecify.annotations.NullMarked;
