/** 现场观摩: what was seen on site, and whose people were there. */
@NullMarked
package cn.dangjian.assessment.appraise.observe;

import org.jspecify.annotations.NullMarked;
