/** 领域: in which field of work an organisation stands. */
@NullMarked
package cn.dangjian.platform.directory.sector;

import org.jspecify.annotations.NullMarked;
