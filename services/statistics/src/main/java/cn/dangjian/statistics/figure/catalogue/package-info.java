/** 指标目录: what is counted, how it is called, and who says it. */
@NullMarked
package cn.dangjian.statistics.figure.catalogue;

import org.jspecify.annotations.NullMarked;
