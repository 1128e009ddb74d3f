/** 移交: the money of a unit that has ended goes to its heir. */
@NullMarked
package cn.dangjian.dues.remit.heir;

import org.jspecify.annotations.NullMarked;
