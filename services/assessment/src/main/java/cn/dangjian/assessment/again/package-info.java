/** 重新公布: tells everything again that other services keep of assessments, if their topics were lost. */
@NullMarked
package cn.dangjian.assessment.again;

import org.jspecify.annotations.NullMarked;
