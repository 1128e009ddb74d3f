/** 结果: what has become of a year. */
@NullMarked
package cn.dangjian.assessment.result;

import org.jspecify.annotations.NullMarked;
