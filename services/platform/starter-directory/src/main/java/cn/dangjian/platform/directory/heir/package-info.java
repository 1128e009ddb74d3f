/** 承继: what is open at a unit goes to its heir when it ends, or to nobody if it has none, on that day and by its document. */
@NullMarked
package cn.dangjian.platform.directory.heir;

import org.jspecify.annotations.NullMarked;
