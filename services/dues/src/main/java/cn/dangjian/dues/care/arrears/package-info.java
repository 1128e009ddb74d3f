/** 连续六个月不交党费: a rule asks, people decide, and here nobody's standing changes (MEM-19, R-11, U-13). */
@NullMarked
package cn.dangjian.dues.care.arrears;

import org.jspecify.annotations.NullMarked;
