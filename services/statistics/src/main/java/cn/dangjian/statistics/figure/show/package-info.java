/** 查数: figures by child and by part, why they are what they are, and what they feed. */
@NullMarked
package cn.dangjian.statistics.figure.show;

import org.jspecify.annotations.NullMarked;
