/** That no rule decides by itself (U-13), by bytecode. */
@NullMarked
package cn.dangjian.testkit.fuse;

import org.jspecify.annotations.NullMarked;
