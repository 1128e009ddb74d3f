/** 问责阶梯: from 鼓励 to 调整, each step with what may lead to it, who approves it, until when, and how it is contested. */
@NullMarked
package cn.dangjian.assessment.result.ladder;

import org.jspecify.annotations.NullMarked;
