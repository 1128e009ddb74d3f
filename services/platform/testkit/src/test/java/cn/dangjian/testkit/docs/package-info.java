/** Pages of {@code docs/} that are made from the sources, so that they cannot be wrong for long. */
@NullMarked
package cn.dangjian.testkit.docs;

import org.jspecify.annotations.NullMarked;
