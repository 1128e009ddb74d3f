/** Points (分) in hundredths. */
@NullMarked
package cn.dangjian.assessment.points;

import org.jspecify.annotations.NullMarked;
