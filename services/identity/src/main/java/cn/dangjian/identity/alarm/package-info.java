/** Alarms (登录告警): which account or address is under attack, told to whoever watches the house. */
@NullMarked
package cn.dangjian.identity.alarm;

import org.jspecify.annotations.NullMarked;
