/** 申诉: what units contest, and what becomes of it. */
@NullMarked
package cn.dangjian.assessment.result.appeal;

import org.jspecify.annotations.NullMarked;
