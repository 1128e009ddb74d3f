/** 说明: why a unit has the points that it has. */
@NullMarked
package cn.dangjian.assessment.score.explain;

import org.jspecify.annotations.NullMarked;
