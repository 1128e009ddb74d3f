/** Jobs (定时任务): what only one replica does at a time. */
@NullMarked
package cn.dangjian.organization.tree.job;

import org.jspecify.annotations.NullMarked;
