/** Filling SQL in: the statement stays whole and in sight, and what it lacks is found at its first call. */
@NullMarked
package cn.dangjian.platform.directory.rows;

import org.jspecify.annotations.NullMarked;
