/** 导入: files of rows are taken whole, and their rows applied in the background, slice by slice. */
@NullMarked
package cn.dangjian.platform.files.intake;

import org.jspecify.annotations.NullMarked;
