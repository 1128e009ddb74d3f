/** The middle of peers: never a rank. */
@NullMarked
package cn.dangjian.assessment.score.median;

import org.jspecify.annotations.NullMarked;
