/** 校核: what no scheme may be published with. */
@NullMarked
package cn.dangjian.assessment.scheme.check;

import org.jspecify.annotations.NullMarked;
