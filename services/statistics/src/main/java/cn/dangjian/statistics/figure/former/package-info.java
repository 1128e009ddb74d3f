/** Sums by path, as replicas of the version before still keep them: goes with a later version. */
@NullMarked
package cn.dangjian.statistics.figure.former;

import org.jspecify.annotations.NullMarked;
