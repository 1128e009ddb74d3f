/** 印制: papers as PDF, of which the text can be copied out again, and the list of what was printed. */
@NullMarked
package cn.dangjian.dues.paper.print;

import org.jspecify.annotations.NullMarked;
