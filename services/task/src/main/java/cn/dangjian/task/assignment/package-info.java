/** Assignments (任务分派): what one unit has to do for a dispatch, from signing to approval. */
@NullMarked
package cn.dangjian.task.assignment;

import org.jspecify.annotations.NullMarked;
