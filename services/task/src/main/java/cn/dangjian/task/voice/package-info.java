/** 反馈: what a unit answers to an assignment that is done, not its own, or not possible, and what the issuer replies (U-21). */
@NullMarked
package cn.dangjian.task.voice;

import org.jspecify.annotations.NullMarked;
