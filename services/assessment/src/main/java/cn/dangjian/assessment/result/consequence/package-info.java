/** 结果运用: what rules over frozen years propose, and what people decide. */
@NullMarked
package cn.dangjian.assessment.result.consequence;

import org.jspecify.annotations.NullMarked;
