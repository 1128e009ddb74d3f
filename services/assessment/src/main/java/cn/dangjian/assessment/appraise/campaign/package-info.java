/** 评议活动: a unit has those below it debrief and be appraised in a year, step by step. */
@NullMarked
package cn.dangjian.assessment.appraise.campaign;

import org.jspecify.annotations.NullMarked;
