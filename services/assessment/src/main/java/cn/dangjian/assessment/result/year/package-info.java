/** 年度: a year is closed and frozen, and ranked once. */
@NullMarked
package cn.dangjian.assessment.result.year;

import org.jspecify.annotations.NullMarked;
