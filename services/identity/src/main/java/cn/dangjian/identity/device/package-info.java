/** Devices (已登录设备): the proof that somebody has signed in from one before. */
@NullMarked
package cn.dangjian.identity.device;

import org.jspecify.annotations.NullMarked;
