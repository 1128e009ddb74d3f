/** Who holds which post (谁在哪个岗位), as heard from identity. */
@NullMarked
package cn.dangjian.assessment.appraise.roster;

import org.jspecify.annotations.NullMarked;
