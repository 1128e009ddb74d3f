/** 进度: how far a dispatch has come, for the caller's tier and the one below, and who is behind each number. */
@NullMarked
package cn.dangjian.statistics.progress;

import org.jspecify.annotations.NullMarked;
