/** Tasks from one tier to the units below it and back. */
@NullMarked
package cn.dangjian.task;

import org.jspecify.annotations.NullMarked;
