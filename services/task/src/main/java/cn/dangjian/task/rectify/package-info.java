/** 整改: what assessment lists to be put right becomes tasks, one for each item. */
@NullMarked
package cn.dangjian.task.rectify;

import org.jspecify.annotations.NullMarked;
