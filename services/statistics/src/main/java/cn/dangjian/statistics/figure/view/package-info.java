/** 各级视图: the first screen of each tier. */
@NullMarked
package cn.dangjian.statistics.figure.view;

import org.jspecify.annotations.NullMarked;
