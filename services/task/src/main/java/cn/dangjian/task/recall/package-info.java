/** Recall (撤回、延期、重开): what the unit that issued a dispatch does to it, and to all that was made of it below. */
@NullMarked
package cn.dangjian.task.recall;

import org.jspecify.annotations.NullMarked;
