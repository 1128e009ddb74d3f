/** 打分: one sheet for each voter and object, named; from below nobody reads a single one. */
@NullMarked
package cn.dangjian.assessment.appraise.sheet;

import org.jspecify.annotations.NullMarked;
