/** 对照测量: what the house does, beside the least that the same servers need for the same rows, in one run. */
@NullMarked
package cn.dangjian.bench;

import org.jspecify.annotations.NullMarked;
