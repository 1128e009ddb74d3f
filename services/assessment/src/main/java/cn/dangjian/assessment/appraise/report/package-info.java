/** 述职报告: what an object says of its year, and what the owner says to it. */
@NullMarked
package cn.dangjian.assessment.appraise.report;

import org.jspecify.annotations.NullMarked;
