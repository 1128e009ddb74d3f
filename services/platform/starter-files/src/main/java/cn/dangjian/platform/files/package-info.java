/** 文件: rows that come in and go out as files, and the long work that they are. */
@NullMarked
package cn.dangjian.platform.files;

import org.jspecify.annotations.NullMarked;
