/** 重新公布: tells everything again that other services keep of tasks, if their topics were lost. */
@NullMarked
package cn.dangjian.task.again;

import org.jspecify.annotations.NullMarked;
