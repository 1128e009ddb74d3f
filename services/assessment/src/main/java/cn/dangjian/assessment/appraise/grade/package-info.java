/** 综合等次: people propose, others confirm, and one tier up has it on file. */
@NullMarked
package cn.dangjian.assessment.appraise.grade;

import org.jspecify.annotations.NullMarked;
