/** 排队: how dispatches to very many units are cut up, and take turns, so that connections are left for everybody else. */
@NullMarked
package cn.dangjian.task.lane;

import org.jspecify.annotations.NullMarked;
