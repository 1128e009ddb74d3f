/** 取消评先评优: who may not be proposed for awards, as what was decided says. */
@NullMarked
package cn.dangjian.assessment.result.bar;

import org.jspecify.annotations.NullMarked;
