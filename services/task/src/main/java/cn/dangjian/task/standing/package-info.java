/** Standing instructions (常设指示): what comes from above is forwarded to the next tier at once, by set, wave by wave. */
@NullMarked
package cn.dangjian.task.standing;

import org.jspecify.annotations.NullMarked;
