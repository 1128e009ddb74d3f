/** 示范点: model branches, which people name out of those with five stars, and take back. */
@NullMarked
package cn.dangjian.assessment.result.showcase;

import org.jspecify.annotations.NullMarked;
