/** 指标口径: what can be measured, as data of ours and of whoever announces more. */
@NullMarked
package cn.dangjian.assessment.fact.measure;

import org.jspecify.annotations.NullMarked;
