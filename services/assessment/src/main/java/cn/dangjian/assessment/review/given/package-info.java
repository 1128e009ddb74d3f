/** 评分: what people give, and what a unit says of itself. */
@NullMarked
package cn.dangjian.assessment.review.given;

import org.jspecify.annotations.NullMarked;
