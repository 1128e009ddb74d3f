/** 导出: what a caller may see, as a file that is made as a whole before it is sent. */
@NullMarked
package cn.dangjian.platform.files.export;

import org.jspecify.annotations.NullMarked;
