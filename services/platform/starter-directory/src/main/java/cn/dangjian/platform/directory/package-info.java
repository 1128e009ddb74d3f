/** The units (组织) as every service remembers them, and the scope that a caller's unit gives. */
@NullMarked
package cn.dangjian.platform.directory;

import org.jspecify.annotations.NullMarked;
