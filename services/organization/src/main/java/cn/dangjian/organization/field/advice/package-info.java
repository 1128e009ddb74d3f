/** 设置建议: what the rules say about sizes and gaps: advice and alarms, never a change (R-15, R-16, R-18, ORG-06). */
@NullMarked
package cn.dangjian.organization.field.advice;

import org.jspecify.annotations.NullMarked;
