/** 考核方案: what units are scored by. */
@NullMarked
package cn.dangjian.assessment.scheme;

import org.jspecify.annotations.NullMarked;
