/** What the doors of a service answer, read from its bytecode. */
@NullMarked
package cn.dangjian.testkit.doors;

import org.jspecify.annotations.NullMarked;
