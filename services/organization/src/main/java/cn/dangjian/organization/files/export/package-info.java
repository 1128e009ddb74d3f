/** 导出: what a caller may see of units, register and teams, as a file. */
@NullMarked
package cn.dangjian.organization.files.export;

import org.jspecify.annotations.NullMarked;
