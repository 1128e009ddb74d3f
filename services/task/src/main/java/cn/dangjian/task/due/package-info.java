/** 期限: until when a task is to be done, as an instant, a day or in working days, and what becomes of it when a notice is known. */
@NullMarked
package cn.dangjian.task.due;

import org.jspecify.annotations.NullMarked;
