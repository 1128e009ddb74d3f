/** 定级: grades and stars of a year that is frozen. */
@NullMarked
package cn.dangjian.assessment.result.grade;

import org.jspecify.annotations.NullMarked;
