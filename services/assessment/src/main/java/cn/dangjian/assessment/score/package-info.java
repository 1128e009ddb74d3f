/** 得分: scores made of facts. */
@NullMarked
package cn.dangjian.assessment.score;

import org.jspecify.annotations.NullMarked;
