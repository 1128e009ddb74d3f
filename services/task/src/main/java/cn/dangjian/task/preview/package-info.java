/** 派送预览: what a dispatch would come to before it is sent, and what else falls due then for those it would go to. */
@NullMarked
package cn.dangjian.task.preview;

import org.jspecify.annotations.NullMarked;
