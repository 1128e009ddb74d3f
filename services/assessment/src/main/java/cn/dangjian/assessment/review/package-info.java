/** 评价: what is not counted but given by people. */
@NullMarked
package cn.dangjian.assessment.review;

import org.jspecify.annotations.NullMarked;
