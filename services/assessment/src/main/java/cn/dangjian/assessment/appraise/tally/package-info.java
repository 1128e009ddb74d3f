/** 计票: what the sheets say together, with the numbers in it. */
@NullMarked
package cn.dangjian.assessment.appraise.tally;

import org.jspecify.annotations.NullMarked;
