/** Persons (责任人, TSK-02): which posts of a unit have an assignment, what each has to do and until when. */
@NullMarked
package cn.dangjian.task.person;

import org.jspecify.annotations.NullMarked;
