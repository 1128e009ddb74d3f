/** 提醒: superiors remind those below them of what is late (MEM-17). */
@NullMarked
package cn.dangjian.dues.remit.remind;

import org.jspecify.annotations.NullMarked;
