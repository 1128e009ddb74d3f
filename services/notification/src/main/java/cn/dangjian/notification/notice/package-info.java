/** Notices (通知): what a unit is told when its assignment was returned, approved, or ended with it. */
@NullMarked
package cn.dangjian.notification.notice;

import org.jspecify.annotations.NullMarked;
