/** 数据来源: hears what the services announce and says it as values of units. */
@NullMarked
package cn.dangjian.statistics.figure.hear;

import org.jspecify.annotations.NullMarked;
