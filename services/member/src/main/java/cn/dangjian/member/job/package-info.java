/** Jobs (定时任务): what only one replica does at a time. */
@NullMarked
package cn.dangjian.member.job;

import org.jspecify.annotations.NullMarked;
